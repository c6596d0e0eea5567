using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Api.CustomerService;

/// <summary>A customer message (客服消息) that was sent, and the act of the follower that paid for it.</summary>
public sealed record CustomerMessage(string OpenId, DateTimeOffset SentAt, ChatItem Shown, FollowerAct PaidBy);

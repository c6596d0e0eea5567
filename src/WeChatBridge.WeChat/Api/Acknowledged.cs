namespace WeChatBridge.WeChat.Api;

/// <summary>The answer of a call whose only answer is errcode 0.</summary>
public sealed record Acknowledged;

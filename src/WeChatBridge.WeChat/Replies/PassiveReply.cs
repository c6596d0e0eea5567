namespace WeChatBridge.WeChat.Replies;

/// <summary>What a callback is answered with (被动回复). A reply the platform would not deliver cannot be constructed.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/subscription/guide/product/message/Passive_user_reply_message.</remarks>
public abstract record PassiveReply
{
    private protected PassiveReply()
    {
    }
}

/// <summary>Nothing to say: the body is <c>success</c>, never encrypted, and the platform does not ask again.</summary>
public sealed record NoReply : PassiveReply;

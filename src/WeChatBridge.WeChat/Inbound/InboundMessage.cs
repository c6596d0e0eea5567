namespace WeChatBridge.WeChat.Inbound;

/// <summary>What the platform pushed: a follower's message, an event, or something unknown.</summary>
/// <remarks>Source of all kinds: developers.weixin.qq.com/doc/offiaccount/Message_Management.</remarks>
/// <param name="Header">What every push states.</param>
public abstract record InboundMessage(InboundHeader Header)
{
    /// <summary>The official account's original id (gh_…).</summary>
    public string ToUserName => Header.ToUserName;

    /// <summary>The follower's OpenID; for MASSSENDJOBFINISH a system id.</summary>
    public string FromUserName => Header.FromUserName;

    /// <summary>When the platform made the push, in Unix seconds.</summary>
    public long CreateTime => Header.CreateTime;

    /// <summary>
    /// The same for every repetition of one push, and different for different pushes to one account. At most 80 ASCII characters; an
    /// OpenID cannot be read from it.
    /// </summary>
    public abstract string DeliveryKey { get; }

    /// <summary>The kind and the key: a message in a log line shows neither who wrote it nor what.</summary>
    public sealed override string ToString() => $"{GetType().Name} {DeliveryKey}";
}

/// <summary>What every push states.</summary>
/// <param name="ToUserName">The official account's original id (gh_…).</param>
/// <param name="FromUserName">The follower's OpenID.</param>
/// <param name="CreateTime">When the platform made the push, in Unix seconds.</param>
public sealed record InboundHeader(string ToUserName, string FromUserName, long CreateTime);

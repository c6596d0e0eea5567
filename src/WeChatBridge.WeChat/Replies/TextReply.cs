using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.WeChat.Replies;

/// <summary>回复文本消息.</summary>
public sealed record TextReply : PassiveReply
{
    /// <summary>A text reply.</summary>
    /// <param name="content">What the follower reads: within <see cref="TextLimit"/>, and not blank.</param>
    /// <exception cref="ArgumentException">
    /// The text does not fit <see cref="TextLimit"/>, or nothing readable is left of it once what XML cannot carry is dropped.
    /// </exception>
    public TextReply(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!TextLimit.Fits(content))
        {
            throw new ArgumentException(
                $"A text reply carries at most {TextLimit.MaxUtf8Bytes} bytes and {TextLimit.MaxCharacters} characters.", nameof(content));
        }

        // An XML reply with an empty Content is not silence: the follower sees the platform's fault notice.
        if (string.IsNullOrWhiteSpace(XmlText.Carried(content)))
        {
            throw new ArgumentException($"A text reply cannot be blank; {nameof(NoReply)} says nothing.", nameof(content));
        }

        Content = content;
    }

    /// <summary>What the follower reads.</summary>
    public string Content { get; }
}

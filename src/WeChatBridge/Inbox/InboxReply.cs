using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Inbox;

/// <summary>What a person of the office wrote to the follower, and how it reached them.</summary>
internal sealed class InboxReply
{
    /// <summary>It must fit into one message with its head, and into one reply to 查留言.</summary>
    public const int LongestText = 450;

    private InboxReply()
    {
    }

    public long Id { get; private set; }

    public long MessageId { get; private set; }

    public ReplyKind Kind { get; private set; }

    /// <summary>The sign-in name of who wrote it; followers are not told.</summary>
    public string By { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public ReplyDelivery Delivery { get; private set; }

    public static InboxReply Of(ReplyKind kind, string by, string text, DateTimeOffset at) => new()
    {
        Kind = kind,
        By = by,
        Text = text,
        At = at,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<InboxReply>
    {
        public void Configure(EntityTypeBuilder<InboxReply> builder)
        {
            builder.ToTable("InboxReplies").HasKey(reply => reply.Id);
            builder.Property(reply => reply.By).HasMaxLength(100);
            builder.Property(reply => reply.Text).HasMaxLength(LongestText);
            builder.HasIndex(reply => reply.MessageId);
        }
    }
}

/// <summary>What a reply is.</summary>
internal enum ReplyKind
{
    /// <summary>The office's answer (正式答复).</summary>
    Answer,

    /// <summary>A word in a talk that a person has taken over.</summary>
    Word,
}

/// <summary>How a reply reaches the follower.</summary>
internal enum ReplyDelivery
{
    /// <summary>It is being sent as a customer message (客服消息).</summary>
    Sending,
    Sent,

    /// <summary>The platform did not take it; it is told when the follower asks (查留言).</summary>
    Waits,

    /// <summary>Nobody can tell whether it arrived; it is told once more when the follower asks.</summary>
    Unknown,

    /// <summary>Told when the follower asked.</summary>
    Told,

    /// <summary>The follower is gone: it reaches nobody.</summary>
    Void,
}

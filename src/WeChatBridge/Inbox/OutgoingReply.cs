using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Inbox;

/// <summary>
/// A reply on its way to the follower as a customer message: written in the commit of the reply, marked as begun in a commit before the
/// call. One that was begun and has no ending is unknown, never sent again on a guess.
/// </summary>
internal sealed class OutgoingReply
{
    private OutgoingReply()
    {
    }

    public long Id { get; private set; }

    public InboxReply Reply { get; private set; } = null!;

    public long ReplyId { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>To whom; empty once that follower left or asked to be forgotten.</summary>
    public string OpenId { get; private set; } = "";

    public OutgoingState State { get; private set; }

    /// <summary>Not tried earlier than this.</summary>
    public DateTimeOffset NextTryAt { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>Until then the call may still run.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The platform's errcode of a refusal.</summary>
    public int? Code { get; private set; }

    public static OutgoingReply Of(InboxReply reply, InboxMessage message) => new()
    {
        Reply = reply,
        AccountKey = message.AccountKey,
        OpenId = message.OpenId,
        NextTryAt = reply.At,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<OutgoingReply>
    {
        public void Configure(EntityTypeBuilder<OutgoingReply> builder)
        {
            builder.ToTable("OutgoingReplies").HasKey(outgoing => outgoing.Id);
            builder.Property(outgoing => outgoing.AccountKey).HasMaxLength(40);
            builder.Property(outgoing => outgoing.OpenId).HasMaxLength(64);
            builder.HasOne(outgoing => outgoing.Reply).WithOne().HasForeignKey<OutgoingReply>(outgoing => outgoing.ReplyId);
            builder.HasIndex(outgoing => new { outgoing.State, outgoing.NextTryAt });
            builder.HasIndex(outgoing => new { outgoing.AccountKey, outgoing.OpenId });
        }
    }
}

/// <summary>How far a sending has come.</summary>
internal enum OutgoingState
{
    Waiting,

    /// <summary>The call was begun; only who holds the lease may end it.</summary>
    Begun,
    Done,

    /// <summary>The platform declined.</summary>
    Refused,

    /// <summary>Nobody can tell (结果未知).</summary>
    Unknown,

    /// <summary>The follower is gone.</summary>
    Cancelled,
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// The taking back (撤稿) of a public message, or of one article of it: proposed by one person, confirmed by another, done by the worker.
/// The platform deletes for good. What a person deleted on the platform's website is recorded the same way.
/// </summary>
internal sealed class Withdrawal
{
    public const int LongestReason = 200;

    private Withdrawal()
    {
    }

    public long Id { get; private set; }

    public long PublicationId { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>Which article, from 0; null for the whole message.</summary>
    public int? Position { get; private set; }

    public string Reason { get; private set; } = "";

    public WithdrawalState State { get; private set; }

    public string ProposedBy { get; private set; } = "";

    public DateTimeOffset ProposedAt { get; private set; }

    public string DecidedBy { get; private set; } = "";

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When the deletion is tried again; null while nothing holds it up.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What a person is told, in Chinese; empty where there is nothing to say.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When a person deleted it on the platform's website; null where the platform is asked to.</summary>
    public DateTimeOffset? ByHandAt { get; private set; }

    /// <summary>Who did, as the person who reports it says; empty where the platform is asked to.</summary>
    public string ByHandBy { get; private set; } = "";

    public int Revision { get; private set; }

    public static Withdrawal Propose(Publication publication, int? position, string reason, string by, DateTimeOffset at) => new()
    {
        PublicationId = publication.Id,
        AccountKey = publication.AccountKey,
        Position = position,
        Reason = reason,
        ProposedBy = by,
        ProposedAt = at,
    };

    /// <summary>It is deleted already; a second person confirms that it is.</summary>
    public static Withdrawal Report(
        Publication publication, int? position, string reason, DeletionByHand deletion, (string Name, DateTimeOffset At) by)
    {
        var reported = Propose(publication, position, reason, by.Name, by.At);
        (reported.ByHandAt, reported.ByHandBy) = (deletion.At, deletion.Who);
        return reported;
    }

    public void Confirm(string by, DateTimeOffset at) => Decide(WithdrawalState.Confirmed, by, at);

    public void Drop(string by, DateTimeOffset at) => Decide(WithdrawalState.Dropped, by, at);

    public void TryAgain(DateTimeOffset at, string words)
    {
        (RetryAt, Words) = (at, words);
        Revision++;
    }

    public void End(WithdrawalState state, string words, DateTimeOffset at)
    {
        (State, Words, RetryAt, EndedAt) = (state, words, null, at);
        Revision++;
    }

    /// <summary>It is not public any more.</summary>
    /// <param name="publication">The message it is about, or was a part of.</param>
    /// <param name="at">Now.</param>
    public void Fulfil(Publication publication, DateTimeOffset at)
    {
        End(WithdrawalState.Done, "", at);
        publication.LoseArticles(Position, ByHandAt ?? at, SendingTexts.TakenBack.With(Reason), at);
    }

    private void Decide(WithdrawalState state, string by, DateTimeOffset at)
    {
        (State, DecidedBy, DecidedAt) = (state, by, at);
        Revision++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Withdrawal>
    {
        public void Configure(EntityTypeBuilder<Withdrawal> builder)
        {
            builder.ToTable("Withdrawals").HasKey(one => one.Id);
            builder.Property(one => one.AccountKey).HasMaxLength(40);
            builder.Property(one => one.Reason).HasMaxLength(LongestReason);
            builder.Property(one => one.ProposedBy).HasMaxLength(100);
            builder.Property(one => one.DecidedBy).HasMaxLength(100);
            builder.Property(one => one.ByHandBy).HasMaxLength(DeletionByHand.LongestName);
            builder.Property(one => one.Revision).IsConcurrencyToken();
            builder.HasOne<Publication>().WithMany().HasForeignKey(one => one.PublicationId).IsRequired();
            builder.HasIndex(one => new { one.State, one.PublicationId });
        }
    }
}

/// <summary>How far a taking back is.</summary>
internal enum WithdrawalState
{
    /// <summary>Waits for a second person.</summary>
    Proposed,

    /// <summary>The worker has it deleted.</summary>
    Confirmed,
    Done,

    /// <summary>The second person said no, or the first changed their mind.</summary>
    Dropped,

    /// <summary>The platform refused: to be done on its website.</summary>
    Refused,

    /// <summary>A deletion got no answer, and what the platform said later leaves open whether it is gone: a person looks.</summary>
    Unknown,
}

/// <summary>What a person deleted on the platform's website.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who did it.</param>
internal sealed record DeletionByHand(DateTimeOffset At, string Who)
{
    public const int LongestName = 50;
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Inbox;

/// <summary>
/// A person of the office has taken over the talk with a follower (人工接待); the machine is silent until it ends. When it ends is told from
/// its times alone, so that no worker has to be on time.
/// </summary>
internal sealed class Handover
{
    /// <summary>So long without a word from the person, and the machine is back.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(30);

    private Handover()
    {
    }

    public long Id { get; private set; }

    public long MessageId { get; private set; }

    public string AccountKey { get; private set; } = "";

    public string OpenId { get; private set; } = "";

    /// <summary>The sign-in name of who has taken over.</summary>
    public string By { get; private set; } = "";

    public DateTimeOffset TakenAt { get; private set; }

    public DateTimeOffset LastStaffWordAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public HandoverEnding? Ending { get; private set; }

    /// <summary>Whether the follower has been told that the machine is back.</summary>
    public bool IsAnnounced { get; private set; }

    public static Handover Of(InboxMessage message, string by, DateTimeOffset at) => new()
    {
        MessageId = message.Id,
        AccountKey = message.AccountKey,
        OpenId = message.OpenId,
        By = by,
        TakenAt = at,
        LastStaffWordAt = at,
    };

    /// <summary>The last one with a follower that the follower does not yet know to be over; null where there is none.</summary>
    public static Task<Handover?> LastUnannouncedAsync(
        BridgeContext context, string accountKey, string openId, CancellationToken cancellationToken) =>
        context.Set<Handover>().AsNoTracking()
            .Where(handover => handover.AccountKey == accountKey && handover.OpenId == openId && !handover.IsAnnounced)
            .OrderByDescending(handover => handover.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>When and how it ended, or will if no further word comes.</summary>
    public (DateTimeOffset At, HandoverEnding How) End(WorkingCalendar calendar)
    {
        if (EndedAt is { } ended)
        {
            return (ended, Ending ?? HandoverEnding.HandedBack);
        }

        var silence = LastStaffWordAt + LongestSilence;
        return FirstClosing(calendar, silence) is { } closing ? (closing, HandoverEnding.OfficeClosed) : (silence, HandoverEnding.Silence);
    }

    public bool IsOverAt(DateTimeOffset at, WorkingCalendar calendar) => at >= End(calendar).At;

    public void HearStaff(DateTimeOffset at) => LastStaffWordAt = at;

    public void Finish(DateTimeOffset at, HandoverEnding how)
    {
        EndedAt ??= at;
        Ending ??= how;
    }

    /// <summary>Writes down, for lists, that it ended; who asks earlier computes the same.</summary>
    public async Task<bool> MarkEndedAsync(BridgeContext context, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var (at, how) = End(calendar);
        return await context.Set<Handover>()
            .Where(handover => handover.Id == Id && handover.EndedAt == null && handover.LastStaffWordAt == LastStaffWordAt)
            .ExecuteUpdateAsync(
                row => row.SetProperty(handover => handover.EndedAt, at).SetProperty(handover => handover.Ending, how),
                cancellationToken) > 0;
    }

    /// <summary>Remembers that the follower has been told, of this one and of earlier ones.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Another reply told it first.</exception>
    public async Task AnnounceAsync(BridgeContext context, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        await MarkEndedAsync(context, calendar, cancellationToken);
        var told = await context.Set<Handover>()
            .Where(other => other.AccountKey == AccountKey && other.OpenId == OpenId && other.Id <= Id
                && !other.IsAnnounced && other.EndedAt != null)
            .ExecuteUpdateAsync(row => row.SetProperty(other => other.IsAnnounced, true), cancellationToken);
        if (told == 0)
        {
            throw new DbUpdateConcurrencyException("The follower has been told, or the talk has been taken over anew.");
        }
    }

    private DateTimeOffset? FirstClosing(WorkingCalendar calendar, DateTimeOffset before)
    {
        var last = OfficeTime.DateAt(before);
        for (var day = OfficeTime.DateAt(TakenAt); day <= last; day = day.AddDays(1))
        {
            if (calendar.ClosingTime(day) is { } closing && closing > TakenAt && closing <= before)
            {
                return closing;
            }
        }

        return null;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Handover>
    {
        public void Configure(EntityTypeBuilder<Handover> builder)
        {
            builder.ToTable("Handovers").HasKey(handover => handover.Id);
            builder.Property(handover => handover.AccountKey).HasMaxLength(40);
            builder.Property(handover => handover.OpenId).HasMaxLength(64);
            builder.Property(handover => handover.By).HasMaxLength(100);
            builder.HasOne<InboxMessage>().WithMany().HasForeignKey(handover => handover.MessageId);
            // One person at a time talks with a follower.
            builder.HasIndex(handover => new { handover.AccountKey, handover.OpenId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
            builder.HasIndex(handover => new { handover.AccountKey, handover.OpenId, handover.IsAnnounced });
        }
    }
}

/// <summary>How a handover ended.</summary>
internal enum HandoverEnding
{
    HandedBack,
    Silence,
    OfficeClosed,

    /// <summary>The follower left, or asked to be forgotten.</summary>
    FollowerGone,
}

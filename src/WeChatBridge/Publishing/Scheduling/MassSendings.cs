using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// What an account sent to its followers and will send (群发), by our own ledger: our publications, and what was sent by hand on the
/// platform's website as far as it was registered. The platform itself tells nobody how much of the allowance is left.
/// </summary>
internal static class MassSendings
{
    /// <param name="context">Where to look.</param>
    /// <param name="accountKey">Of which account.</param>
    /// <param name="from">From this instant on.</param>
    /// <param name="until">Before this one.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public static async Task<IReadOnlyList<MassSending>> BetweenAsync(
        BridgeContext context, string accountKey, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var ours = await Counted(context, accountKey)
            .Where(one => (one.SubmittedAt != null && one.SubmittedAt >= from && one.SubmittedAt < until)
                || (one.SubmittedAt == null && one.DueAt >= from && one.DueAt < until))
            .Include(one => one.Items).AsSplitQuery().AsNoTracking().ToListAsync(cancellationToken);
        var byHand = await WebsiteSending.Counted(context, accountKey).AsNoTracking()
            .Where(one => one.Act == SendingAct.MassSend && one.SentAt >= from && one.SentAt < until).ToListAsync(cancellationToken);
        return [.. ours.Select(MassSending.Of).Concat(byHand.Select(MassSending.Of)).OrderBy(one => one.At)];
    }

    /// <summary>
    /// The last day, up to this instant, on which all followers got something that the account's history shows; null where nothing is known.
    /// What goes to a tag (标签) enters no history, and an inspector does not see it.
    /// </summary>
    public static async Task<DateTimeOffset?> LastSeenAsync(
        BridgeContext context, string accountKey, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var ours = await Counted(context, accountKey)
            .Where(one => one.State == PublicationState.Published && one.AudienceTag == null && one.SubmittedAt != null && one.SubmittedAt <= until)
            .OrderByDescending(one => one.SubmittedAt).Select(one => one.SubmittedAt).FirstOrDefaultAsync(cancellationToken);
        var byHand = await WebsiteSending.Counted(context, accountKey).Where(one => one.Act == SendingAct.MassSend && one.SentAt <= until)
            .OrderByDescending(one => one.SentAt).Select(one => (DateTimeOffset?)one.SentAt).FirstOrDefaultAsync(cancellationToken);
        return ours > byHand || byHand is null ? ours : byHand;
    }

    /// <summary>
    /// Those that use up the allowance or will: not what stands still or was refused, and not what a person sent from the draft box, which
    /// is registered by itself.
    /// </summary>
    private static IQueryable<Publication> Counted(BridgeContext context, string accountKey) => context.Set<Publication>()
        .Where(one => one.AccountKey == accountKey && one.Act == SendingAct.MassSend
            && one.State != PublicationState.Stopped && one.State != PublicationState.DraftReady
            && one.State != PublicationState.Refused && one.State != PublicationState.Cancelled
            && !context.Set<WebsiteSending>().Any(sending => sending.PublicationId == one.Id));
}

/// <summary>One message to followers.</summary>
/// <param name="At">When it was sent, or is due.</param>
/// <param name="PublicationId">Our publication; null where it was sent on the website.</param>
/// <param name="State">How it stands.</param>
/// <param name="IsToAll">Whether it goes to every follower.</param>
/// <param name="Title">Its first article.</param>
internal sealed record MassSending(DateTimeOffset At, long? PublicationId, PublicationState State, bool IsToAll, string Title)
{
    public DateOnly Day => OfficeTime.DateAt(At);

    /// <summary>
    /// All followers have it, or will have it if nothing comes between. What was taken back is not seen any more, what should have gone out
    /// and did not may never be, and what goes to a tag is in nobody's history.
    /// </summary>
    public bool IsSeenFrom(DateTimeOffset now) => IsToAll && State switch
    {
        PublicationState.Withdrawn or PublicationState.OutcomeUnknown => false,
        PublicationState.Scheduled => At >= now,
        _ => true,
    };

    public static MassSending Of(Publication one) => new(
        one.SubmittedAt ?? one.DueAt, one.Id, one.State, one.AudienceTag is null, one.Items.MinBy(item => item.Position)?.Title ?? "");

    public static MassSending Of(WebsiteSending one) => new(one.SentAt, null, PublicationState.Published, true, one.Title);
}

/// <summary>How often the platform lets an account send to its followers, and how often it does.</summary>
/// <param name="OnDay">Sendings of that day in the office's zone, beside the one in question.</param>
/// <param name="PerDay">How many a day.</param>
/// <param name="InMonth">Sendings of that natural month, beside the one in question.</param>
/// <param name="PerMonth">How many a natural month; null where the platform does not count by months.</param>
internal sealed record MassSendAllowance(int OnDay, int PerDay, int InMonth, int? PerMonth)
{
    // https://developers.weixin.qq.com/doc/subscription/guide/product/message/Batch_Sends and the page of the same name under service/.
    private const int OfDay = 1;
    private const int ServiceOfMonth = 4;

    public bool IsDayFull => OnDay >= PerDay;

    public bool IsMonthFull => InMonth >= PerMonth;

    /// <summary>公众号: one a day, to all or to a tag. 服务号: one to all a day, and no follower gets more than four a natural month.</summary>
    public static MassSendAllowance On(DateOnly day, AccountKind kind, bool toAll, IReadOnlyList<MassSending> others)
    {
        var onDay = others.Where(one => one.Day == day).ToList();
        var inMonth = others.Count(one => (one.Day.Year, one.Day.Month) == (day.Year, day.Month));
        return kind == AccountKind.Service
            ? new MassSendAllowance(toAll ? onDay.Count(one => one.IsToAll) : 0, OfDay, inMonth, ServiceOfMonth)
            : new MassSendAllowance(onDay.Count, OfDay, inMonth, null);
    }
}

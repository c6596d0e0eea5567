using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>What an account sends, day by day (发布日历), in the office's zone.</summary>
internal sealed class PublicationCalendar(IDbContextFactory<BridgeContext> contexts, WorkingCalendar working)
{
    public async Task<Outcome<IReadOnlyList<CalendarDay>>> BetweenAsync(
        string accountKey, DateOnly from, DateOnly to, Acting by, CancellationToken cancellationToken)
    {
        if ((PublicationFinder.ObjectionTo(by, accountKey) ?? DutyRosterDesk.ObjectionTo(from, to)) is { } refusal)
        {
            return Outcome<IReadOnlyList<CalendarDay>>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (start, end) = (OfficeTime.InstantOf(from, TimeOnly.MinValue), OfficeTime.InstantOf(to.AddDays(1), TimeOnly.MinValue));
        var due = (await DueAsync(context, accountKey, start, end, cancellationToken)).ToLookup(one => OfficeTime.DateAt(one.DueAt));
        var byHand = (await context.Set<WebsiteSending>().AsNoTracking()
            .Where(one => one.AccountKey == accountKey && one.PublicationId == null && one.SentAt >= start && one.SentAt < end)
            .OrderBy(one => one.SentAt).ToListAsync(cancellationToken)).ToLookup(one => OfficeTime.DateAt(one.SentAt));
        var duty = (await DutyRosterDesk.BetweenAsync(context, accountKey, from, to, cancellationToken)).ToLookup(one => one.Date);
        return Outcome<IReadOnlyList<CalendarDay>>.Done(
        [
            .. DutyRosterDesk.DaysOf(from, to).Select(day => new CalendarDay(
                day,
                working.IsWorkingDay(day),
                working.IsKnown(day),
                [.. due[day]],
                [.. byHand[day]],
                [.. duty[day].Select(one => one.Name)])),
        ]);
    }

    /// <summary>What is or was due in a time, in its order; what was called off or refused is not.</summary>
    public static async Task<IReadOnlyList<Publication>> DueAsync(
        BridgeContext context, string accountKey, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await context.Set<Publication>().AsNoTracking().Include(one => one.Items)
            .Where(one => one.AccountKey == accountKey && one.DueAt >= from && one.DueAt < until
                && one.State != PublicationState.Cancelled && one.State != PublicationState.Refused)
            .OrderBy(one => one.DueAt).ThenBy(one => one.Id).ToListAsync(cancellationToken);
}

/// <summary>One day of the calendar.</summary>
/// <param name="Date">Which.</param>
/// <param name="IsWorkingDay">Whether the office works.</param>
/// <param name="IsCertain">Whether the holidays of its year are known.</param>
/// <param name="Publications">What is due, in its order.</param>
/// <param name="ByHand">What was sent on the platform's website and never was ours.</param>
/// <param name="OnDuty">Who is on duty, by sign-in name.</param>
internal sealed record CalendarDay(
    DateOnly Date,
    bool IsWorkingDay,
    bool IsCertain,
    IReadOnlyList<Publication> Publications,
    IReadOnlyList<WebsiteSending> ByHand,
    IReadOnlyList<string> OnDuty);

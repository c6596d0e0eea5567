using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// Looks ahead over a holiday (节前检查): whether the account stays silent too long, what is due and not approved, who is on duty, whether the
/// allowance lasts, and who must confirm.
/// </summary>
internal sealed class HolidayCheck(
    IDbContextFactory<BridgeContext> contexts, PublicationCalendar days, AccountBook accounts, PublishingOptions options, TimeProvider clock)
{
    public async Task<Outcome<HolidaySheet>> LookAsync(
        string accountKey, DateOnly from, DateOnly to, Acting by, CancellationToken cancellationToken)
    {
        var calendar = await days.BetweenAsync(accountKey, from, to, by, cancellationToken);
        if (!calendar.IsDone)
        {
            return Outcome<HolidaySheet>.Refused(calendar.Refusal!);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (now, account) = (clock.GetUtcNow(), accounts.Find(accountKey));
        var waiting = await WaitingAsync(context, calendar.Value, cancellationToken);
        var sendings = await SendingsAsync(context, accountKey, from, to, cancellationToken);
        var start = await SilenceFinder.StartAsync(
            context, accountKey, Earlier(OfficeTime.InstantOf(from, TimeOnly.MinValue), now), cancellationToken);
        var isPaused = await context.Set<AccountSending>().AnyAsync(one => one.AccountKey == accountKey && one.IsPaused, cancellationToken);
        var seen = sendings.Where(one => one.IsSeenFrom(now)).ToList();
        var certain = seen.Where(one => one.State != PublicationState.Scheduled
            || (!isPaused && !waiting.Any(two => two.Publication.Id == one.PublicationId)));
        return new HolidaySheet(
            calendar.Value,
            Silence.Longest(start, seen, from, to),
            Silence.Longest(start, [.. certain], from, to),
            options.Silence,
            waiting,
            AllowancesOf(account?.Kind ?? AccountKind.Subscription, sendings, from, to),
            account is { MassSendProtection: true },
            isPaused);
    }

    // From the first of the month the span begins in: a 服务号 is counted by natural months.
    private async Task<IReadOnlyList<MassSending>> SendingsAsync(
        BridgeContext context, string accountKey, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var first = Earlier(OfficeTime.InstantOf(new DateOnly(from.Year, from.Month, 1), TimeOnly.MinValue), clock.GetUtcNow());
        return await MassSendings.BetweenAsync(
            context, accountKey, first, OfficeTime.InstantOf(to.AddDays(1), TimeOnly.MinValue), cancellationToken);
    }

    private static async Task<IReadOnlyList<WaitingPublication>> WaitingAsync(
        BridgeContext context, IReadOnlyList<CalendarDay> days, CancellationToken cancellationToken)
    {
        var waiting = new List<WaitingPublication>();
        foreach (var publication in days.SelectMany(day => day.Publications)
            .Where(one => one.State is PublicationState.Scheduled or PublicationState.Stopped))
        {
            var missing = await PublicationFinder.NotReleasedAsync(context, publication, cancellationToken);
            if (missing.Count > 0)
            {
                waiting.Add(new WaitingPublication(publication, [.. missing.Select(item => item.Title)]));
            }
        }

        return waiting;
    }

    private static IReadOnlyList<AllowanceOfDay> AllowancesOf(
        AccountKind kind, IReadOnlyList<MassSending> sendings, DateOnly from, DateOnly to) =>
    [
        .. sendings.Where(one => one.Day >= from && one.Day <= to).GroupBy(one => one.Day).Select(day => new AllowanceOfDay(
            day.Key, MassSendAllowance.On(day.Key, kind, day.Any(one => one.IsToAll), [.. sendings.Where(one => one.Day <= day.Key)]))),
    ];

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

/// <summary>What is to be known before a holiday.</summary>
/// <param name="Days">Its days, with what is due and who is on duty.</param>
/// <param name="Planned">The longest silence if everything planned goes out.</param>
/// <param name="Certain">The longest silence if only what is approved goes out, and nothing while the account is paused.</param>
/// <param name="Limits">From how many days on a silence is too long.</param>
/// <param name="Waiting">What is due and not approved.</param>
/// <param name="Allowances">The mass sends of each day that has some.</param>
/// <param name="AdministratorConfirms">Whether the platform will want the administrator's confirmation within 30 minutes (群发保护).</param>
/// <param name="IsPaused">Whether the account's sendings are paused at the moment.</param>
internal sealed record HolidaySheet(
    IReadOnlyList<CalendarDay> Days,
    Silence Planned,
    Silence Certain,
    SilenceOptions Limits,
    IReadOnlyList<WaitingPublication> Waiting,
    IReadOnlyList<AllowanceOfDay> Allowances,
    bool AdministratorConfirms,
    bool IsPaused)
{
    public IEnumerable<DateOnly> WithoutDuty => Days.Where(day => day.OnDuty.Count == 0).Select(day => day.Date);
}

/// <summary>A publication that is due, with the titles whose review is not complete.</summary>
internal sealed record WaitingPublication(Publication Publication, IReadOnlyList<string> Titles);

/// <summary>What is sent on a day against what the platform lets through.</summary>
internal sealed record AllowanceOfDay(DateOnly Day, MassSendAllowance Allowance)
{
    public bool IsOver => Allowance.OnDay > Allowance.PerDay || Allowance.InMonth > Allowance.PerMonth;
}

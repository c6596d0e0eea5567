using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Keeps who is on duty on which day: by those who schedule, or by the administrator.</summary>
internal sealed class DutyRosterDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit)
{
    /// <summary>The longest span that is entered or shown at once.</summary>
    public const int MostDays = 62;

    /// <summary>From now on these are on duty on every day of the span, and nobody else; nobody at all where none is named.</summary>
    public async Task<Outcome<IReadOnlyList<DutyDay>>> SetAsync(
        string accountKey, DateOnly from, DateOnly to, IReadOnlyList<string> names, Acting by, CancellationToken cancellationToken)
    {
        if ((Objection(by, accountKey) ?? ObjectionTo(from, to)) is { } refusal)
        {
            return Outcome<IReadOnlyList<DutyDay>>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var known = (await StaffFinder.EnabledAsync(context, cancellationToken))
            .Where(member => member.Roles.Any(role => role.AccountKey == accountKey)).Select(member => member.Name).ToHashSet();
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            return Outcome<IReadOnlyList<DutyDay>>.Refused(PublishingTexts.DutyUnknown.With(unknown, accountKey));
        }

        await In(context, accountKey, from, to).ExecuteDeleteAsync(cancellationToken);
        var days = DaysOf(from, to).SelectMany(day => names.Distinct().Select(name => DutyDay.Of(accountKey, day, name))).ToList();
        context.AddRange(days);
        await audit.AppendAsync(
            context,
            new AuditedAct(by.Name, accountKey, "duty.set", $"duty/{from:yyyy-MM-dd}..{to:yyyy-MM-dd}", string.Join(' ', names)),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return days;
    }

    /// <summary>Who is on duty, day by day.</summary>
    public async Task<Outcome<IReadOnlyList<DutyDay>>> ListAsync(
        string accountKey, DateOnly from, DateOnly to, Acting by, CancellationToken cancellationToken)
    {
        if ((PublicationFinder.ObjectionTo(by, accountKey) ?? ObjectionTo(from, to)) is { } refusal)
        {
            return Outcome<IReadOnlyList<DutyDay>>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Outcome<IReadOnlyList<DutyDay>>.Done(await BetweenAsync(context, accountKey, from, to, cancellationToken));
    }

    public static async Task<IReadOnlyList<DutyDay>> BetweenAsync(
        BridgeContext context, string accountKey, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        await In(context, accountKey, from, to).AsNoTracking().OrderBy(one => one.Date).ThenBy(one => one.Name).ToListAsync(cancellationToken);

    /// <summary>Every day of a span, its last one included.</summary>
    public static IEnumerable<DateOnly> DaysOf(DateOnly from, DateOnly to) =>
        Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);

    public static string? ObjectionTo(DateOnly from, DateOnly to) =>
        to < from || to.DayNumber - from.DayNumber >= MostDays ? PublishingTexts.SpanMalformed.With(MostDays) : null;

    private static string? Objection(Acting by, string accountKey) =>
        by.May(Permission.KeepStaff, accountKey) ? null : by.Objection(Permission.Schedule, accountKey);

    private static IQueryable<DutyDay> In(BridgeContext context, string accountKey, DateOnly from, DateOnly to) =>
        context.Set<DutyDay>().Where(one => one.AccountKey == accountKey && one.Date >= from && one.Date <= to);
}

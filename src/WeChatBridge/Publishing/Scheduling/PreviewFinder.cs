using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Reviews;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Finds what a person should know before they plan.</summary>
internal sealed class PreviewFinder(AccountBook accounts, WorkingCalendar calendar, StaffingFinder staffing, PublishingOptions options)
{
    private readonly QuietHours _quiet = QuietHours.TryParse(options.QuietHours, out var hours) ? hours : QuietHours.None;

    /// <param name="context">The caller's.</param>
    /// <param name="plan">What is planned.</param>
    /// <param name="replaced">The publication it replaces, which is not counted; null for a new one.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<SchedulePreview> LookAsync(
        BridgeContext context, CheckedPlan plan, long? replaced, CancellationToken cancellationToken)
    {
        var allowance = plan.Act == SendingAct.MassSend ? await AllowanceAsync(context, plan, replaced, cancellationToken) : null;
        IEnumerable<ScheduleConcern?> concerns =
        [
            .. await OfAccountAsync(context, plan, cancellationToken),
            .. OfAct(plan, allowance),
            await ClashAsync(context, plan, replaced, cancellationToken),
            .. OfTime(plan.DueAt),
            .. OfArticles(plan),
            await StaffingAsync(context, plan, cancellationToken),
        ];
        return new SchedulePreview(plan, allowance, [.. concerns.OfType<ScheduleConcern>()]);
    }

    private async Task<MassSendAllowance> AllowanceAsync(
        BridgeContext context, CheckedPlan plan, long? replaced, CancellationToken cancellationToken)
    {
        var day = OfficeTime.DateAt(plan.DueAt);
        var first = new DateOnly(day.Year, day.Month, 1);
        var others = await MassSendings.BetweenAsync(
            context,
            plan.AccountKey,
            OfficeTime.InstantOf(first, TimeOnly.MinValue),
            OfficeTime.InstantOf(first.AddMonths(1), TimeOnly.MinValue),
            cancellationToken);
        return MassSendAllowance.On(
            day,
            accounts.Find(plan.AccountKey)?.Kind ?? AccountKind.Subscription,
            plan.AudienceTag is null,
            [.. others.Where(one => replaced is null || one.PublicationId != replaced)]);
    }

    private async Task<IReadOnlyList<ScheduleConcern>> OfAccountAsync(
        BridgeContext context, CheckedPlan plan, CancellationToken cancellationToken)
    {
        var sending = await context.Set<AccountSending>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.AccountKey == plan.AccountKey, cancellationToken);
        var concerns = new List<ScheduleConcern>();
        if (sending is { IsPaused: true })
        {
            concerns.Add(new(ConcernKind.AccountPaused, PublishingTexts.ConcernPaused.With(sending.PausedBy, sending.PauseWords)));
        }
        else if (accounts.KeysOf(plan.AccountKey) is null)
        {
            concerns.Add(new(ConcernKind.NoKeys, PublishingTexts.ConcernNoKeys.With(plan.AccountKey)));
        }

        if (sending is { IsDraftOnly: true } && plan.Act != SendingAct.DraftOnly)
        {
            concerns.Add(new(ConcernKind.OnlyDraft, PublishingTexts.ConcernOnlyDraft.With(PublicationWords.NameOf(plan.Act))));
        }

        return concerns;
    }

    /// <summary>What is still being examined may lack people to examine it: better known now than on the day.</summary>
    private async Task<ScheduleConcern?> StaffingAsync(BridgeContext context, CheckedPlan plan, CancellationToken cancellationToken) =>
        plan.Items.All(item => item.IsReleased)
        || await staffing.FindArticleGapAsync(context, plan.AccountKey, cancellationToken) is not { } gap
            ? null
            : new(ConcernKind.NobodyToExamine, gap);

    private IEnumerable<ScheduleConcern> OfAct(CheckedPlan plan, MassSendAllowance? allowance)
    {
        var day = OfficeTime.DateAt(plan.DueAt);
        if (allowance is { IsDayFull: true })
        {
            yield return new(
                ConcernKind.DayAllowance, PublishingTexts.ConcernDay.With(OfficeTime.Write(day), allowance.OnDay, allowance.PerDay));
        }

        if (allowance is { IsMonthFull: true })
        {
            yield return new(
                ConcernKind.MonthAllowance,
                PublishingTexts.ConcernMonth.With($"{day.Year}年{day.Month}月", allowance.InMonth, allowance.PerMonth));
        }

        if (plan.Act == SendingAct.MassSend && accounts.Find(plan.AccountKey) is { MassSendProtection: true })
        {
            yield return new(ConcernKind.AdministratorConfirms, PublishingTexts.ConcernProtection);
        }
        else if (plan.Act == SendingAct.Publish)
        {
            yield return new(ConcernKind.NotPushed, PublishingTexts.ConcernNotPushed);
        }
        else if (plan.Act == SendingAct.DraftOnly)
        {
            yield return new(ConcernKind.SentByHand, PublishingTexts.ConcernByHand);
        }
    }

    /// <summary>Another message of the account close before or after.</summary>
    private async Task<ScheduleConcern?> ClashAsync(
        BridgeContext context, CheckedPlan plan, long? replaced, CancellationToken cancellationToken)
    {
        var (from, until) = (plan.DueAt - options.MinimumGap, plan.DueAt + options.MinimumGap);
        var near = await context.Set<Publication>().AsNoTracking().Include(one => one.Items)
            .Where(one => one.AccountKey == plan.AccountKey && one.Id != replaced && one.DueAt > from && one.DueAt < until
                && one.State != PublicationState.Cancelled && one.State != PublicationState.Refused)
            .OrderBy(one => one.DueAt).FirstOrDefaultAsync(cancellationToken);
        return near is null ? null : new(
            ConcernKind.Clash,
            PublishingTexts.ConcernClash.With(
                near.Id, PublicationWords.TitleOf(near), OfficeTime.Write(near.DueAt), (int)options.MinimumGap.TotalMinutes));
    }

    private IEnumerable<ScheduleConcern> OfTime(DateTimeOffset dueAt)
    {
        var day = OfficeTime.DateAt(dueAt);
        if (_quiet.Contain(dueAt))
        {
            yield return new(ConcernKind.QuietHours, PublishingTexts.ConcernQuiet.With(OfficeTime.Write(dueAt), _quiet));
        }

        if (!calendar.IsWorkingDay(day))
        {
            yield return new(ConcernKind.DayOff, PublishingTexts.ConcernDayOff.With(OfficeTime.Write(day)));
        }

        if (!calendar.IsKnown(day))
        {
            yield return new(ConcernKind.HolidaysUnknown, PublishingTexts.ConcernHolidaysUnknown.With(day.Year));
        }
    }

    private static IEnumerable<ScheduleConcern> OfArticles(CheckedPlan plan)
    {
        if (plan.Items.Count > 1)
        {
            yield return new(ConcernKind.SeveralArticles, PublishingTexts.ConcernSeveral.With(plan.Items.Count));
        }

        foreach (var item in plan.Items.Where(item => !item.IsReleased))
        {
            yield return new(
                ConcernKind.NotYetReleased,
                PublishingTexts.ConcernNotReleased.With(item.Document.Title, OfficeTime.Write(plan.DueAt)));
        }

        foreach (var document in plan.Items.Select(item => item.Document)
            .Where(document => document.Disclosure.DueOn < OfficeTime.DateAt(plan.DueAt)))
        {
            yield return new(
                ConcernKind.AfterDeadline,
                PublishingTexts.ConcernDeadline.With(document.Title, OfficeTime.Write(document.Disclosure.DueOn!.Value)));
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WeChatBridge.Accounts;
using WeChatBridge.Notices;
using WeChatBridge.Operations;
using WeChatBridge.Operations.NoticeLooks;
using WeChatBridge.Publishing;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Notices;

/// <summary>An office on a Monday morning in March 2099, whose holidays alone are known, and the round that looks what its people must be told of.</summary>
public abstract class NoticeTests(StoreSource source) : StoreTests(source)
{
    private protected static readonly DateTimeOffset Monday = At(2, 10, 0);

    private protected ReviewingOffice Office { get; private set; } = null!;

    private protected FrozenArticles Articles { get; private set; } = null!;

    private protected Acting Editor { get; private set; } = null!;

    private protected Acting Reviewer { get; private set; } = null!;

    private protected Acting Officer { get; private set; } = null!;

    private protected Acting Duty { get; private set; } = null!;

    private protected Acting Administrator { get; private set; } = null!;

    private protected PublishingOptions Publishing { get; set; } = new();

    private protected NoticeDesk Desk => new(Contexts, Clock);

    /// <summary>A moment of March 2099 in the office.</summary>
    private protected static DateTimeOffset At(int day, int hour, int minute) => new(2099, 3, day, hour, minute, 0, TimeSpan.FromHours(8));

    private protected async Task GoesRoundAsync() => await (await WorkerAsync()).GoRoundAsync(Cancellation);

    /// <summary>One more process that goes rounds.</summary>
    private protected async Task<NoticeWorker> WorkerAsync()
    {
        var contexts = NewInstance().GetRequiredService<IDbContextFactory<BridgeContext>>();
        var accounts = await AccountsAsync(contexts);
        var calendar = new WorkingCalendar(
            [new HolidayNotice(2099, "", [], [])],
            new CalendarOptions(),
            OfficeHours.Parse("08:30-17:30"));
        INoticeLook[] looks =
        [
            new ReviewsWaiting(), new VersionsSentBack(), new PublicationsInTrouble(), new WindowsClosing(calendar),
            new AccountsSilent(accounts, Publishing), new DisclosuresDue(calendar), new AccountsHeld(accounts), new HolidaysRunningOut(accounts, calendar),
            new StandInsEntered(), new AuthenticatorsReset(), new FollowUpsRejected(), new WithdrawalsOpen(),
        ];
        return new NoticeWorker(looks, contexts, Clock, NullLogger<NoticeWorker>.Instance);
    }

    private protected static async Task<AccountFinder> AccountsAsync(IDbContextFactory<BridgeContext> contexts)
    {
        var settings = SampleAccount.Both.SelectMany(account => account.Configuration()).ToDictionary();
        var accounts = new AccountFinder(contexts, AccountBook.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        await accounts.LoadAsync(Cancellation);
        return accounts;
    }

    /// <summary>What this person reads, after a round.</summary>
    private protected async Task<IReadOnlyList<string>> ReadsAsync(Acting person)
    {
        await GoesRoundAsync();
        return [.. (await LinesAsync(person)).Select(line => line.Notice.Text)];
    }

    private protected async Task<IReadOnlyList<NoticeLine>> LinesAsync(Acting person) =>
        (await Desk.ListAsync(person, ReviewingOffice.Account, Cancellation)).Value;

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        Clock.StandStill(Monday);
        Office = new ReviewingOffice(Contexts, Clock);
        Articles = new FrozenArticles(Contexts, Clock, Office);
        Editor = await Office.TakesOnAsync("editor", StaffRole.Editor);
        Reviewer = await Office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        Officer = await Office.TakesOnAsync("officer", StaffRole.SigningOfficer);
        Duty = await Office.TakesOnAsync("duty", StaffRole.DutyOfficer);
        Administrator = await Office.TakesOnAsync("admin", StaffRole.Administrator);
    }
}

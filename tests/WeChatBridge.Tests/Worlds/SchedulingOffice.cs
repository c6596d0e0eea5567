using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Reviews;
using WeChatBridge.Simulator;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Conventions;

namespace WeChatBridge.Tests.Worlds;

/// <summary>
/// An office whose people submit articles, plan them, and deal with what stands still, on a store a test gives it. Its calendar is the one
/// of the seeds; what the worker would do is written into the store.
/// </summary>
internal sealed partial class SchedulingOffice
{
    public const string Account = ReviewingOffice.Account;
    public const string Other = "renda";

    private readonly IDbContextFactory<BridgeContext> _contexts;
    private readonly PlatformClock _clock;
    private readonly AccountBook _accountBook;
    private readonly AccountFinder _accounts;
    private readonly PublishingOptions _options;
    private readonly ReviewingOffice _reviewing;
    private Acting _editor = null!;
    private Acting _reviewer = null!;
    private Acting _signer = null!;
    private int _articles;

    private SchedulingOffice(IDbContextFactory<BridgeContext> contexts, PlatformClock clock, IConfiguration configuration)
    {
        (_contexts, _clock) = (contexts, clock);
        _accountBook = AccountBook.Read(configuration);
        _accounts = new AccountFinder(contexts, _accountBook);
        _options = configuration.GetSection(PublishingOptions.Section).Bind<PublishingOptions>().Checked();
        _reviewing = new ReviewingOffice(contexts, clock);
    }

    /// <summary>Plans messages; by role a duty officer of both accounts.</summary>
    public Acting Planner { get; private set; } = null!;

    /// <summary>Somebody who writes for both accounts and schedules nothing.</summary>
    public Acting Editor => _editor;

    public Acting Reviewer => _reviewer;

    public Acting SigningOfficer => _signer;

    public ReviewingOffice Reviewing => _reviewing;

    public PlanningDesk Planning => new(_contexts, Check, Previews, Audit, _clock);

    public ReschedulingDesk Rescheduling => new(Book, _contexts, Check, Previews, _clock);

    public SettlingDesk Settling => new(Book, new SameSending(Audit, _clock), _clock);

    public SendingPauseDesk Pauses => new(_contexts, Audit, _options, _clock);

    public WebsiteSendingDesk Website => new(_contexts, _accounts, Audit, _clock);

    public DutyRosterDesk Duty => new(_contexts, Audit);

    public PublicationFinder Publications => new(_contexts, _clock);

    public PublicationCalendar Calendar => new(_contexts, Working);

    public HolidayCheck Holidays => new(_contexts, Calendar, _accountBook, _options, _clock);

    public StrikingDesk Striking => new(_contexts, Audit, _clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AuditTrail Audit => new(_clock);

    private PublicationBook Book => new(_contexts, Audit, _clock);

    private PlanCheck Check => new(_accounts, _clock);

    private PreviewFinder Previews => new(_accountBook, Working, _reviewing.Staffing, _options);

    private static WorkingCalendar Working => new(
        HolidayNotice.ReadAll(Path.Combine(Repository.Root, "seeds", "holidays.json")),
        new CalendarOptions(),
        OfficeHours.Parse(new OfficeOptions().Hours));

    /// <summary>A clock that stands where the office's clocks show this.</summary>
    public static PlatformClock ClockAt(string officeTime)
    {
        var clock = new PlatformClock(new MachineAt(At(officeTime)));
        clock.StandStill();
        return clock;
    }

    /// <summary>2026-02-01 00:00 by the office's clocks.</summary>
    public static DateTimeOffset At(string officeTime) =>
        DateTimeOffset.ParseExact(officeTime + " +08:00", "yyyy-MM-dd HH:mm zzz", null).ToUniversalTime();

    public static async Task<SchedulingOffice> OpenAsync(
        IDbContextFactory<BridgeContext> contexts, PlatformClock clock, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(SampleAccount.Both.SelectMany(account => account.Configuration()))
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        var office = new SchedulingOffice(contexts, clock, configuration);
        await office._accounts.LoadAsync(Cancellation);
        office._editor = await office.TakesOnAsync("editor", StaffRole.Editor);
        office._reviewer = await office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        office._signer = await office.TakesOnAsync("signer", StaffRole.SigningOfficer);
        office.Planner = await office.TakesOnAsync("planner", StaffRole.DutyOfficer);
        return office;
    }

    /// <summary>Somebody with this role for both accounts.</summary>
    public Task<Acting> TakesOnAsync(string name, StaffRole role) => _reviewing.TakesOnAsync(name, [(Account, role), (Other, role)]);

    /// <summary>The clock stands at a later time.</summary>
    public void ItBecomes(string officeTime) => _clock.StandStill(At(officeTime));

    /// <summary>An article is written and handed in for review.</summary>
    public async Task<PlannedVersion> SubmitsAsync(
        string title,
        SendingAct act = SendingAct.MassSend,
        string account = Account,
        int? tag = null,
        DateOnly? dueOn = null,
        string? subject = null)
    {
        var document = Document(title, act, account, tag, dueOn);
        var version = new PlannedVersion(subject ?? $"article/{++_articles}", document.Hash());
        await StoresAsync(document.ToBytes(), ArticleDocument.MediaType);
        (await _reviewing.TriesToSubmitAsync(Reviewed(version, account, title), _editor)).Refusal.ShouldBeNull();
        return version;
    }

    /// <summary>The same, and everybody has approved it.</summary>
    public async Task<PlannedVersion> ReleasesAsync(
        string title,
        SendingAct act = SendingAct.MassSend,
        string account = Account,
        int? tag = null,
        DateOnly? dueOn = null,
        string? subject = null)
    {
        var version = await SubmitsAsync(title, act, account, tag, dueOn, subject);
        await ApproveAsync(version, account);
        return version;
    }

    public async Task ApproveAsync(PlannedVersion version, string account = Account)
    {
        var id = await _reviewing.SubmitsAsync(Reviewed(version, account, ""), _editor);
        (await _reviewing.ApprovesAsync(id, _reviewer)).Refusal.ShouldBeNull();
        (await _reviewing.ApprovesAsync(id, _signer)).Refusal.ShouldBeNull();
    }

    /// <summary>The reviewer sends it back.</summary>
    public async Task ReturnAsync(PlannedVersion version)
    {
        var id = await _reviewing.SubmitsAsync(Reviewed(version, Account, ""), _editor);
        (await _reviewing.ReturnsAsync(id, _reviewer)).Refusal.ShouldBeNull();
    }

    public async Task StoresAsync(byte[] content, string mediaType)
    {
        await using var context = _contexts.CreateDbContext();
        context.Add(StoredFile.Of(content, mediaType, _clock.GetUtcNow()));
        await context.SaveChangesAsync(Cancellation);
    }

    public Task<Outcome<PlannedPublication>> TriesToPlanAsync(string officeTime, params PlannedVersion[] versions) =>
        Planning.PlanAsync(new NewPublication(Account, versions, At(officeTime)), Planner, Cancellation);

    public async Task<Publication> PlansAsync(string officeTime, params PlannedVersion[] versions)
    {
        var planned = await TriesToPlanAsync(officeTime, versions);
        planned.Refusal.ShouldBeNull();
        return planned.Value.Publication;
    }

    /// <summary>What the planner is told beforehand.</summary>
    public async Task<SchedulePreview> IsToldAsync(string officeTime, params PlannedVersion[] versions)
    {
        var account = await AccountOfAsync(versions[0]);
        return (await Planning.PreviewAsync(new NewPublication(account, versions, At(officeTime)), Planner, Cancellation)).Value;
    }

    public async Task<Publication> PublicationAsync(long id) =>
        (await Publications.ShowAsync(id, Planner, Cancellation)).Value.Publication;

    /// <summary>Somebody acts on it as it stands now.</summary>
    public async Task<PublicationAct> OnAsync(long id, Acting? by = null) =>
        new(id, (await PublicationAsync(id)).Revision, by ?? Planner);

    /// <summary>How long followers have seen nothing new of the account.</summary>
    public async Task<Silence?> SilenceAsync(string account = Account)
    {
        await using var context = _contexts.CreateDbContext();
        return await SilenceFinder.RunningAsync(context, account, _clock.GetUtcNow(), Cancellation);
    }

    public async Task<IReadOnlyList<AuditEntry>> AuditedAsync()
    {
        await using var context = _contexts.CreateDbContext();
        (await AuditTrail.VerifyAsync(context, Cancellation)).IsWhole.ShouldBeTrue();
        return await context.Set<AuditEntry>().OrderBy(entry => entry.Sequence).ToListAsync(Cancellation);
    }

    private static ArticleDocument Document(string title, SendingAct act, string account, int? tag, DateOnly? dueOn) => new()
    {
        AccountKey = account,
        Act = act,
        AudienceTag = tag,
        Title = title,
        Author = "镇党政综合办公室",
        Digest = "",
        BodyHtml = $"<p>{title}</p>",
        SourceLink = "",
        RepostedFrom = "",
        Disclosure = new DocumentDisclosure
        {
            Class = "Proactive",
            CatalogueNumber = "20-11",
            IssuingBody = "镇人民政府",
            Visibility = "Public",
            Grounds = "",
            DueOn = dueOn,
        },
    };

    private static ReviewedVersion Reviewed(PlannedVersion version, string account, string title) =>
        new(ReviewedKind.Article, account, version.SubjectId, version.ContentHash, title, "editor");

    private async Task<string> AccountOfAsync(PlannedVersion version)
    {
        await using var context = _contexts.CreateDbContext();
        var file = await context.Set<StoredFile>().SingleAsync(file => file.Hash == version.ContentHash, Cancellation);
        return ArticleDocument.Read(file.Content).AccountKey;
    }

    // The platform's clock never runs backwards, and the tests' holidays are of a certain year.
    private sealed class MachineAt(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}

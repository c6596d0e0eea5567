using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Simulator;
using WeChatBridge.Simulator.Api;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>A Wednesday morning on which something is to go out for 政务.</summary>
/// <param name="source">Where the store lies; a SQLite file of its own where nothing is said.</param>
public abstract class SendingTests(StoreSource? source = null) : IAsyncLifetime
{
    private protected const string Submit = "/cgi-bin/freepublish/submit";
    private protected const string SendAll = "/cgi-bin/message/mass/sendall";
    private protected const string AddDraft = "/cgi-bin/draft/add";

    private protected static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Enough for the platform to do what it was told and tell of it, and too short for anybody to ask.</summary>
    private protected static readonly TimeSpan Moment = TimeSpan.FromSeconds(20);

    private StorageOptions? _database;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected RunningBridge Bridge { get; private set; } = null!;

    private protected Newsroom Newsroom { get; private set; } = null!;

    private protected AccountApi Platform => Bridge.WeChat.Account(Newsroom.Account).Api;

    private protected DateTimeOffset Now => Bridge.WeChat.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string?>();
        if (source is not null)
        {
            _database = await source.NewDatabaseAsync(Cancellation);
            settings["Storage:Provider"] = _database.Provider.ToString();
            settings["Storage:ConnectionString"] = _database.ConnectionString;
        }

        Bridge = await RunningBridge.StartAsync(
            SampleAccount.Both, settings, new DateTimeOffset(2099, 3, 4, 10, 0, 0, TimeSpan.FromHours(8)));
        Bridge.Follower(Newsroom.Account);
        Newsroom = await Bridge.NewsroomAsync();
        Platform.Publications.Duration = TimeSpan.FromSeconds(1);
        Platform.MassSends.Duration = TimeSpan.FromSeconds(1);
    }

    public async ValueTask DisposeAsync()
    {
        await Bridge.DisposeAsync();
        if (_database is not null)
        {
            source!.Discard(_database);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>How often the platform was asked for this; a path may be given by its beginning.</summary>
    private protected int Calls(string path) =>
        Bridge.WeChat.Ledger.Find(account: Newsroom.Account, direction: LedgerDirection.Asked, path: path).Count;

    private protected void Spoil(FaultKind kind, string path, int code = 0, int? times = 1, TimeSpan delay = default) =>
        Bridge.WeChat.Faults.Add(new PlatformFault { Kind = kind, Path = path, Code = code, Times = times, Delay = delay });

    /// <summary>The signing officer acts on it as it stands now.</summary>
    private protected async Task<PublicationAct> SeenAsync(long id) => new(id, (await Newsroom.SeesAsync(id)).Revision, Newsroom.Officer);

    private protected async Task<Publication> IsAsync(long id, PublicationState state)
    {
        var publication = await Newsroom.SeesAsync(id);
        publication.State.ShouldBe(state, publication.StopWords);
        return publication;
    }

    private protected async Task<Publication> IsStoppedAsync(long id, StopReason reason)
    {
        var publication = await IsAsync(id, PublicationState.Stopped);
        publication.StopReason.ShouldBe(reason, publication.StopWords);
        publication.StopWords.ShouldNotBeEmpty();
        return publication;
    }
}

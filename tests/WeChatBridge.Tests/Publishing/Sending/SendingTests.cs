using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Simulator;
using WeChatBridge.Simulator.Api;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>A Wednesday morning on which something is to go out for 政务.</summary>
public abstract class SendingTests : IAsyncLifetime
{
    private protected const string Submit = "/cgi-bin/freepublish/submit";
    private protected const string SendAll = "/cgi-bin/message/mass/sendall";
    private protected const string AddDraft = "/cgi-bin/draft/add";

    private protected static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Enough for the platform to do what it was told and tell of it, and too short for anybody to ask.</summary>
    private protected static readonly TimeSpan Moment = TimeSpan.FromSeconds(20);

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected RunningBridge Bridge { get; private set; } = null!;

    private protected Newsroom Newsroom { get; private set; } = null!;

    private protected AccountApi Platform => Bridge.WeChat.Account(Newsroom.Account).Api;

    private protected DateTimeOffset Now => Bridge.WeChat.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        Bridge = await RunningBridge.StartAsync(
            SampleAccount.Both, new Dictionary<string, string?>(), new DateTimeOffset(2099, 3, 4, 10, 0, 0, TimeSpan.FromHours(8)));
        Bridge.Follower(Newsroom.Account);
        Newsroom = await Bridge.NewsroomAsync();
        Platform.Publications.Duration = TimeSpan.FromSeconds(1);
        Platform.MassSends.Duration = TimeSpan.FromSeconds(1);
    }

    public async ValueTask DisposeAsync()
    {
        await Bridge.DisposeAsync();
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

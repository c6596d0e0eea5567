using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Operations;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Simulator;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.CrashTests;

/// <summary>
/// The real product on a store, sending to a simulator in another process. Its clock and the simulator's stand still and are moved together,
/// so that a test of hours takes seconds. No event reaches it: what became of a message is asked for.
/// </summary>
internal sealed class PublishingProduct : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    // The last question about an outcome is asked within a day; one more for leases and repetitions.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(2);

    private readonly WebApplication _app;
    private readonly PlatformClock _clock;
    private readonly HttpClient _simulator;

    private PublishingProduct(WebApplication app, PlatformClock clock, HttpClient simulator)
    {
        _app = app;
        _clock = clock;
        _simulator = simulator;
    }

    public IDbContextFactory<BridgeContext> Store => _app.Services.GetRequiredService<IDbContextFactory<BridgeContext>>();

    public PlatformClock Clock => _clock;

    public static async Task<PublishingProduct> OpenAsync(
        string store, Uri platform, DateTimeOffset start, KillPoint? kill, CancellationToken cancellationToken)
    {
        var clock = new PlatformClock();
        clock.StandStill(start);
        var app = BridgeHost.Build([], builder =>
        {
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(SettingsOf(store, platform));
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
            if (kill is not null)
            {
                builder.Services.AddSingleton(new PlatformTransport(() => new WatchedCalls(kill)))
                    .ConfigureDbContext<SqliteBridgeContext>(options => options.AddInterceptors(new WatchedCommits(kill)));
            }
        });
        await app.Services.GetRequiredService<BridgeStart>().PrepareAsync(cancellationToken);
        kill?.Arm();
        return new PublishingProduct(app, clock, new HttpClient(new SocketsHttpHandler()) { BaseAddress = platform });
    }

    /// <summary>The worker's rounds, minute by minute, until nothing more will happen without a person.</summary>
    public async Task<Publication> GoesOnUntilSettledAsync(CancellationToken cancellationToken)
    {
        var worker = _app.Services.GetRequiredService<PublishingWorker>();
        for (var waited = TimeSpan.Zero; waited < LongestWait; waited += Step)
        {
            await worker.WorkOffDueAsync(cancellationToken);
            var publication = await PublicationAsync(cancellationToken);
            if (publication.State is not (PublicationState.Scheduled or PublicationState.Sending or PublicationState.Submitted)
                && publication is not { State: PublicationState.OutcomeUnknown, AskAgainAt: not null })
            {
                return publication;
            }

            await PassesAsync(Step, cancellationToken);
        }

        throw new InvalidOperationException($"Not settled: {(await PublicationAsync(cancellationToken)).State}.");
    }

    /// <summary>Previews that are asked for are shown, and drafts nobody needs are cleared.</summary>
    public Task ShowsPreviewsAsync(CancellationToken cancellationToken) =>
        _app.Services.GetRequiredService<PreviewWorker>().WorkOffAsync(cancellationToken);

    /// <summary>So much later the same once more.</summary>
    public async Task LaterShowsPreviewsAsync(TimeSpan later, CancellationToken cancellationToken)
    {
        await PassesAsync(later, cancellationToken);
        await ShowsPreviewsAsync(cancellationToken);
    }

    public async Task<PhonePreview> PreviewAsync(CancellationToken cancellationToken)
    {
        await using var context = await Store.CreateDbContextAsync(cancellationToken);
        return await context.Set<PhonePreview>().AsNoTracking().SingleAsync(cancellationToken);
    }

    public async Task<AuditVerdict> AuditAsync(CancellationToken cancellationToken)
    {
        await using var context = await Store.CreateDbContextAsync(cancellationToken);
        return await AuditTrail.VerifyAsync(context, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _simulator.Dispose();
        await _app.DisposeAsync();
    }

    private async Task PassesAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        _clock.Advance(time);
        using var moved = await _simulator.PostAsJsonAsync("simulator/clock", new { advanceSeconds = time.TotalSeconds }, cancellationToken);
        moved.EnsureSuccessStatusCode();
    }

    private async Task<Publication> PublicationAsync(CancellationToken cancellationToken)
    {
        await using var context = await Store.CreateDbContextAsync(cancellationToken);
        return await context.Set<Publication>().AsNoTracking().Include(one => one.Items).SingleAsync(cancellationToken);
    }

    private static Dictionary<string, string?> SettingsOf(string store, Uri platform)
    {
        var settings = new Dictionary<string, string?>(SampleAccount.Both.SelectMany(account => account.Configuration()))
        {
            ["Storage:ConnectionString"] = $"Data Source={store}",
            ["WeChat:ApiBaseUrl"] = platform.AbsoluteUri,
        };
        return settings;
    }
}

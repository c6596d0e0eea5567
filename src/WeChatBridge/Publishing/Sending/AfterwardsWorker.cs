using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Sending;

/// <summary>The slow rounds, each once a day for each account: what is public and not from here, and how often articles were read.</summary>
internal sealed partial class AfterwardsWorker(
    IDbContextFactory<BridgeContext> contexts, AfterwardsRounds rounds, AccountApi platform, TimeProvider clock,
    ILogger<AfterwardsWorker> logger)
    : RepeatingWorker(Pause, clock, logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromHours(1);

    // The platform's figures of a day are there at about eight the next morning.
    private static readonly TimeOnly FiguresFrom = new(8, 10);

    /// <summary>Makes every round that is due; one that is being made here already is waited for.</summary>
    public Task MakeRoundsAsync(CancellationToken cancellationToken) =>
        AloneAsync(() => MakeDueAsync(cancellationToken), cancellationToken);

    protected override Task PassAsync(CancellationToken stoppingToken) => MakeRoundsAsync(stoppingToken);

    private async Task MakeDueAsync(CancellationToken cancellationToken)
    {
        foreach (var key in platform.Keys)
        {
            var now = Clock.GetUtcNow();
            await MakeAsync(key, RoundKind.Foreign, now + TimeSpan.FromDays(1), cancellationToken);
            var figures = OfficeTime.InstantOf(Clock.Today(), FiguresFrom);
            if (now >= figures)
            {
                await MakeAsync(key, RoundKind.Figures, figures.AddDays(1), cancellationToken);
            }
        }
    }

    private async Task MakeAsync(string accountKey, RoundKind kind, DateTimeOffset next, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Clock.GetUtcNow();
        if (!await SendingRound.TakeAsync(context, accountKey, kind, (now, next), cancellationToken) || platform.Of(accountKey) is not { } api)
        {
            return;
        }

        var ending = kind == RoundKind.Foreign
            ? new RoundEnding(await rounds.Foreign.LookAsync(accountKey, api, cancellationToken) is not null)
            : await rounds.Figures.CollectAsync(accountKey, api, cancellationToken);
        await SendingRound.EndAsync(context, accountKey, kind, (now, ending), cancellationToken);
        if (!ending.IsComplete)
        {
            LogIncomplete(Logger, accountKey, kind);
            await SendingRound.BringForwardAsync(context, accountKey, kind, now + AgainAfter, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The round {Kind} of {Account} was not complete; it is made again in an hour")]
    private static partial void LogIncomplete(ILogger logger, string account, RoundKind kind);
}

/// <summary>The rounds themselves.</summary>
internal sealed record AfterwardsRounds(ForeignSearch Foreign, FigureCollection Figures);

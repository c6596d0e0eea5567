using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Inbox;

/// <summary>
/// Writes down that talks have ended. Nothing waits for it: followers and staff are answered by the times themselves.
/// </summary>
internal sealed partial class HandoverWorker(
    IDbContextFactory<BridgeContext> contexts, WorkingCalendar calendar, TimeProvider clock, ILogger<HandoverWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Marks every talk that is over by now.</summary>
    public async Task MarkEndedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var unended = await context.Set<Handover>().AsNoTracking().Where(handover => handover.EndedAt == null)
            .ToListAsync(cancellationToken);
        foreach (var handover in unended.Where(handover => handover.IsOverAt(now, calendar)))
        {
            await handover.MarkEndedAsync(context, calendar, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await MarkEndedAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A store that is away for a moment must not end the loop; the next round marks them.
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
#pragma warning restore CA1031
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ended talks could not be marked; the next round does it")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

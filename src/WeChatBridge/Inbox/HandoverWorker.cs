using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Inbox;

/// <summary>
/// Writes down that talks have ended. Nothing waits for it: followers and staff are answered by the times themselves.
/// </summary>
internal sealed partial class HandoverWorker(
    IDbContextFactory<BridgeContext> contexts, WorkingCalendar calendar, TimeProvider clock, ILogger<HandoverWorker> logger)
    : RepeatingWorker(Pause, clock, logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Marks every talk that is over by now.</summary>
    public async Task MarkEndedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Clock.GetUtcNow();
        var unended = await context.Set<Handover>().AsNoTracking().Where(handover => handover.EndedAt == null)
            .ToListAsync(cancellationToken);
        foreach (var handover in unended.Where(handover => handover.IsOverAt(now, calendar)))
        {
            await handover.MarkEndedAsync(context, calendar, cancellationToken);
        }
    }

    protected override Task PassAsync(CancellationToken stoppingToken) => MarkEndedAsync(stoppingToken);
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Notices;
using WeChatBridge.Operations.NoticeLooks;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations;

/// <summary>
/// Looks each minute what staff must be told of. Every instance may run it, and a round that was missed is made up for by the next: each
/// round compares the present state with what is open.
/// </summary>
internal sealed partial class NoticeWorker(
    IEnumerable<INoticeLook> looks, IDbContextFactory<BridgeContext> contexts, TimeProvider clock, ILogger<NoticeWorker> logger)
    : RepeatingWorker(Pause, clock, logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly INoticeLook[] _looks = [.. looks];

    /// <summary>One round. What one look cannot read leaves its own notices as they are, and nobody else's.</summary>
    public async Task GoRoundAsync(CancellationToken cancellationToken)
    {
        foreach (var look in _looks)
        {
            await ByItselfAsync(() => LookAsync(look, cancellationToken), exception => LogFailed(Logger, exception, look.GetType().Name));
        }
    }

    protected override Task PassAsync(CancellationToken stoppingToken) => GoRoundAsync(stoppingToken);

    private async Task LookAsync(INoticeLook look, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Clock.GetUtcNow();
        var wanted = await look.LookAsync(context, now, cancellationToken);
        try
        {
            await NoticeBoard.BringUpToDateAsync(context, look.Kinds, wanted, now, cancellationToken);
        }
        catch (DbUpdateException exception) when (StoreConflict.Is(exception))
        {
            // Another instance went its round at the same moment and said the same.
            LogOvertaken(Logger, look.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Look} met another instance's round")]
    private static partial void LogOvertaken(ILogger logger, string look);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Look} could not be made; the next round makes up for it")]
    private static partial void LogFailed(ILogger logger, Exception exception, string look);
}

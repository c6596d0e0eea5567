namespace WeChatBridge.Reports;

/// <summary>Looks once a second whether another process, the command line for one, changed what is answered from.</summary>
internal sealed partial class ReportIndexWorker(ReportIndex index, TimeProvider clock, ILogger<ReportIndexWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await index.RefreshAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A store that is away for a moment must not end the loop; answers go on from memory.
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
#pragma warning restore CA1031
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be refreshed; answers go on from the last one")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

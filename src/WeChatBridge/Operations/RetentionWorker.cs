using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations;

/// <summary>Has what is past its time deleted, once a day and by one instance alone.</summary>
internal sealed partial class RetentionWorker(
    RetentionDesk desk, IDbContextFactory<BridgeContext> contexts, TimeProvider clock, ILogger<RetentionWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(30);

    // The day begins at three in the night, when hardly anybody asks.
    private static readonly TimeSpan DayBegins = TimeSpan.FromHours(3);

    // Between two portions messages come in.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A store that is away for a moment must not end the loop; the next day makes up for this one.
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
#pragma warning restore CA1031
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var day = OfficeTime.DateAt(clock.GetUtcNow() - DayBegins).DayNumber;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await StoreMark.ClaimAsync(context, StoreMark.RetentionDay, day, cancellationToken))
            {
                return;
            }
        }

        while (await desk.DeletePortionAsync(cancellationToken))
        {
            await Task.Delay(Breath, clock, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is past its time could not be deleted; it is tried again tomorrow")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations;

/// <summary>Has what is past its time deleted, once a day and by one instance alone.</summary>
internal sealed partial class RetentionWorker(
    RetentionDesk desk, IDbContextFactory<BridgeContext> contexts, TimeProvider clock, ILogger<RetentionWorker> logger)
    : RepeatingWorker(LookEvery, clock, logger)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(30);

    // The day begins at three in the night, when hardly anybody asks.
    private static readonly TimeSpan DayBegins = TimeSpan.FromHours(3);

    // Between two portions messages come in.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    protected override bool BeginsAtOnce => true;

    protected override async Task PassAsync(CancellationToken stoppingToken)
    {
        var day = OfficeTime.DateAt(Clock.GetUtcNow() - DayBegins).DayNumber;
        await using (var context = await contexts.CreateDbContextAsync(stoppingToken))
        {
            if (!await StoreMark.ClaimAsync(context, StoreMark.RetentionDay, day, stoppingToken))
            {
                return;
            }
        }

        while (await desk.DeletePortionAsync(stoppingToken))
        {
            await Task.Delay(Breath, Clock, stoppingToken);
        }
    }

    protected override void LogBroken(Exception exception) => LogFailed(Logger, exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is past its time could not be deleted; it is tried again tomorrow")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

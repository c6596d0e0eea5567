using WeChatBridge.Storage;

namespace WeChatBridge.Operations;

/// <summary>Looks once a second whether another process, the command line for one, changed what is answered from.</summary>
internal sealed partial class AnswerContentWorker(
    IEnumerable<IAnswerContent> contents, TimeProvider clock, ILogger<AnswerContentWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IAnswerContent[] _contents = [.. contents];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var content in _contents)
            {
                await RefreshAsync(content, stoppingToken);
            }
        }
    }

    private async Task RefreshAsync(IAnswerContent content, CancellationToken stoppingToken)
    {
        try
        {
            await content.RefreshAsync(stoppingToken);
        }
#pragma warning disable CA1031 // A store that is away for a moment must not end the loop; answers go on from memory.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(logger, exception, content.GetType().Name);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Content} could not be refreshed; answers go on from what it last held")]
    private static partial void LogFailed(ILogger logger, Exception exception, string content);
}

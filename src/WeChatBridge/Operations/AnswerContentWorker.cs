using WeChatBridge.Storage;

namespace WeChatBridge.Operations;

/// <summary>Looks once a second whether another process, the command line for one, changed what is answered from.</summary>
internal sealed partial class AnswerContentWorker(
    IEnumerable<IAnswerContent> contents, TimeProvider clock, ILogger<AnswerContentWorker> logger)
    : RepeatingWorker(Pause, clock, logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IAnswerContent[] _contents = [.. contents];

    protected override async Task PassAsync(CancellationToken stoppingToken)
    {
        foreach (var content in _contents)
        {
            // Answers go on from memory.
            await ByItselfAsync(
                () => content.RefreshAsync(stoppingToken), exception => LogFailed(Logger, exception, content.GetType().Name));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Content} could not be refreshed; answers go on from what it last held")]
    private static partial void LogFailed(ILogger logger, Exception exception, string content);
}

using WeChatBridge.Accounts;

namespace WeChatBridge.Answers.Rules;

/// <summary>Uploads the pictures of the rules that speak, beside the messages: a reply never waits for the platform.</summary>
internal sealed partial class RulePictureWorker(
    RulePictures pictures, RuleBook book, AccountFinder accounts, TimeProvider clock, ILogger<RulePictureWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var account in accounts.All)
            {
                await UploadMissingAsync(account, stoppingToken);
            }
        }
    }

    private async Task UploadMissingAsync(ServedAccount account, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var hash in book.Of(account.Key).MissingPictures)
            {
                await pictures.UploadAsync(account, hash, cancellationToken);
            }
        }
#pragma warning disable CA1031 // A store or platform that is away for a moment must not end the loop.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(logger, exception, account.Key);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The pictures of {Account}'s rules could not be looked after")]
    private static partial void LogFailed(ILogger logger, Exception exception, string account);
}

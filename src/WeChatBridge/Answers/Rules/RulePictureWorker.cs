using WeChatBridge.Accounts;

namespace WeChatBridge.Answers.Rules;

/// <summary>Uploads the pictures of the rules that speak, beside the messages: a reply never waits for the platform.</summary>
internal sealed partial class RulePictureWorker(
    RulePictures pictures, RuleBook book, AccountFinder accounts, TimeProvider clock, ILogger<RulePictureWorker> logger)
    : RepeatingWorker(Pause, clock, logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task PassAsync(CancellationToken stoppingToken)
    {
        foreach (var account in accounts.All)
        {
            await ByItselfAsync(() => UploadMissingAsync(account, stoppingToken), exception => LogFailed(Logger, exception, account.Key));
        }
    }

    private async Task UploadMissingAsync(ServedAccount account, CancellationToken cancellationToken)
    {
        foreach (var hash in book.Of(account.Key).MissingPictures)
        {
            await pictures.UploadAsync(account, hash, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The pictures of {Account}'s rules could not be looked after")]
    private static partial void LogFailed(ILogger logger, Exception exception, string account);
}

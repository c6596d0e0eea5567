using WeChatBridge.Accounts;
using WeChatBridge.WeChat.Api;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Takes up what is due: what is to go out, what has gone out and has not been heard of, what nobody knows of,
/// what is to be taken back. Each by itself: a broken one is logged and left to its lease, and the others go on.
/// </summary>
internal sealed partial class PublishingWorker(
    ClaimBook claims, SendingStore store, SendingParts parts, TimeProvider clock, ILogger<PublishingWorker> logger)
    : RepeatingWorker(Pause, clock, logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private static readonly Func<ILogger, string, long, IDisposable?> Scope = LoggerMessage.DefineScope<string, long>("{Account} {Publication}");

    /// <summary>Takes up all that is due; a pass that runs already is waited for first.</summary>
    public Task WorkOffDueAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            foreach (var id in await claims.DueAsync(cancellationToken))
            {
                if (await claims.ClaimAsync(id, cancellationToken) is { } claim)
                {
                    await TakeUpAsync(claim, cancellationToken);
                }
            }
        },
        cancellationToken);

    protected override Task PassAsync(CancellationToken stoppingToken) => WorkOffDueAsync(stoppingToken);

    private async Task TakeUpAsync(Claim claim, CancellationToken cancellationToken)
    {
        try
        {
            var publication = await store.ReadAsync(claim);
            using var scope = Scope(Logger, publication.AccountKey, publication.Id);
            await GoOnAsync(claim, publication, parts.Platform.Of(publication.AccountKey), cancellationToken);
            await claims.LetGoAsync(claim);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Between two steps: another process may go on at once.
            await claims.LetGoAsync(claim);
            throw;
        }
#pragma warning disable CA1031 // One that is broken must not stop the others; it is taken up again when its lease has run out.
        catch (Exception exception)
        {
            LogBroken(Logger, exception, claim.PublicationId);
        }
#pragma warning restore CA1031
    }

    private async Task GoOnAsync(Claim claim, Publication publication, WeChatApi? api, CancellationToken cancellationToken)
    {
        switch (publication.State)
        {
            case PublicationState.Submitted:
                await parts.Query.AskAsync(claim, api);
                break;
            case PublicationState.OutcomeUnknown:
                await parts.Reconciler.LookAsync(claim, api, await parts.Frozen.FindAsync(publication));
                break;
            case PublicationState.Published:
                await parts.Withdrawals.TakeAsync(claim, api);
                break;
            default:
                await parts.Run.GoOnAsync(claim, api, cancellationToken);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Publication {Id} could not be taken further; it is taken up again when its lease has run out")]
    private static partial void LogBroken(ILogger logger, Exception exception, long id);
}

/// <summary>What the worker has done by others.</summary>
internal sealed record SendingParts(
    SendingRun Run, OutcomeQuery Query, Reconciler Reconciler, FrozenArticles Frozen, WithdrawalRun Withdrawals, AccountApi Platform);

/// <summary>The platform's client of an account by its key; null where the account has no keys.</summary>
internal sealed class AccountApi(AccountFinder accounts, PlatformAccess platform)
{
    public IEnumerable<string> Keys => accounts.All.Where(account => account.Keys is not null).Select(account => account.Key);

    public WeChatApi? Of(string accountKey) => accounts.Find(accountKey) is { } account ? platform.Of(account) : null;
}

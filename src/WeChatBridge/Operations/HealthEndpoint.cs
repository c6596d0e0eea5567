using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations;

/// <summary>Says whether the process lives, and whether it can serve.</summary>
internal sealed partial class HealthEndpoint(
    IDbContextFactory<BridgeContext> contexts, AccountFinder accounts, ILogger<HealthEndpoint> logger)
{
    /// <summary>Ready means that the store answers; which accounts are served is told beside it and does not decide.</summary>
    public async Task<IResult> ReadyAsync(CancellationToken cancellationToken)
    {
        var storage = await StoreAnswersAsync(cancellationToken);
        var state = new HealthState(
            storage ? "ready" : "storage unreachable",
            accounts.All.ToDictionary(account => account.Key, account => account.Keys is null ? "not configured" : "served"));
        return Results.Json(state, statusCode: storage ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<bool> StoreAnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await StoreMark.NumberAsync(context, StoreMark.AnswerContent, cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // Whatever keeps the store from answering, the report is the same.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogUnreachable(logger, exception);
            return false;
        }
#pragma warning restore CA1031
    }

    private sealed record HealthState(string Status, IReadOnlyDictionary<string, string> Accounts);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer the health check")]
    private static partial void LogUnreachable(ILogger logger, Exception exception);
}

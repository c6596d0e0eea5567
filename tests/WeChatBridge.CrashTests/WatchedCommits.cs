using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WeChatBridge.CrashTests;

/// <summary>Passes the kill point at every commit: of a transaction, or of a single statement that is one by itself.</summary>
internal sealed class WatchedCommits(KillPoint kill) : DbCommandInterceptor, IDbTransactionInterceptor
{
    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await kill.PassAsync(KillMoment.BeforeCommit);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            await kill.PassAsync(KillMoment.BeforeCommit);
        }

        return result;
    }

    // EF reads back what an insert generated.
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null && !command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.Ordinal))
        {
            await kill.PassAsync(KillMoment.BeforeCommit);
        }

        return result;
    }
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WeChatBridge.Storage;

/// <summary>
/// Sets on every SQLite connection what SQLite forgets with the connection: a commit reaches the disk before it returns
/// (https://www.sqlite.org/pragma.html#pragma_synchronous), and a busy writer is waited for.
/// </summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

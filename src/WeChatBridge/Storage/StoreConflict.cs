using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace WeChatBridge.Storage;

/// <summary>Tells a writer that came second from a store that is broken.</summary>
internal static class StoreConflict
{
    // https://www.sqlite.org/rescode.html#constraint_primarykey and #constraint_unique
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    /// <summary>True where another writer changed the row, or wrote one with the same unique key, first.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => Is(inner),
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqlitePrimaryKey or SqliteUnique,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure,
        _ => false,
    };
}

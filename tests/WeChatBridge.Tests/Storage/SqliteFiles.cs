using Microsoft.Data.Sqlite;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Storage;

/// <summary>SQLite files, each alone in a temporary folder.</summary>
public sealed class SqliteFiles : StoreSource
{
    internal override Task<StorageOptions> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("wechatbridge-sqlite-").FullName;
        return Task.FromResult(new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder, "store.db")}" });
    }

    internal override void Discard(StorageOptions database)
    {
        using (var connection = new SqliteConnection(StorageSetup.Resolve(database.ConnectionString)))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(Path.GetDirectoryName(FileOf(database))!, recursive: true);
    }

    internal static string FileOf(StorageOptions database) => new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
}

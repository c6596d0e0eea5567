using System.Diagnostics;
using Npgsql;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Storage;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace WeChatBridge.Tests.Storage;

/// <summary>
/// A PostgreSQL server of this test run alone: in a temporary folder, reached through a socket in it, started by the first test that asks
/// for a database. Where PostgreSQL is not installed those tests are skipped, or fail where everything is required.
/// </summary>
public sealed class PostgresServer : StoreSource, IAsyncDisposable
{
    private const string Installations = "/usr/lib/postgresql";

    private readonly Lazy<Task<string>> _folder = new(StartAsync);
    private int _databases;

    public async ValueTask DisposeAsync()
    {
        if (!_folder.IsValueCreated)
        {
            return;
        }

        var folder = await _folder.Value;
        NpgsqlConnection.ClearAllPools();
        await RunAsync(folder, "pg_ctl", "stop", "-D", DataIn(folder), "-m", "immediate");
        Directory.Delete(folder, recursive: true);
    }

    internal override async Task<StorageOptions> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        if (Binaries() is null)
        {
            SkipOrFail($"PostgreSQL is not installed: there is no {Installations}/*/bin/initdb (Debian package postgresql).");
        }

        var folder = await _folder.Value.WaitAsync(cancellationToken);
        var name = $"store{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString(folder, "postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = ConnectionString(folder, name) };
    }

    internal override void Discard(StorageOptions database)
    {
        // The database goes with the server; its idle connections would add up until then.
        using var connection = new NpgsqlConnection(database.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task<string> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("wechatbridge-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(new ProcessStartInfo("chown", ["postgres:postgres", folder]));
        }

        await RunAsync(
            folder, "initdb", "-D", DataIn(folder), "--username=bridge", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        await File.AppendAllTextAsync(
            Path.Combine(DataIn(folder), "postgresql.conf"),
            $"listen_addresses = ''\nunix_socket_directories = '{folder}'\nfsync = off\nmax_connections = 200\n");
        await RunAsync(folder, "pg_ctl", "start", "--wait", "-D", DataIn(folder), "-l", Path.Combine(folder, "log"));
        return folder;
    }

    private static Task RunAsync(string folder, string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries()!, program);
        // PostgreSQL refuses to run as root; Debian's package has made a user for it.
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = folder;
        return RunAsync(start);
    }

    private static async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var outputs = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} failed: {string.Concat(outputs)}");
        }
    }

    private static string? Binaries() => Directory.Exists(Installations)
        ? Directory.GetDirectories(Installations).Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private static void SkipOrFail(string reason)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("WECHATBRIDGE_REQUIRE_ALL") is { Length: > 0 }, reason);
        Assert.Fail(reason);
    }

    private static string DataIn(string folder) => Path.Combine(folder, "data");

    private static string ConnectionString(string folder, string database) =>
        new NpgsqlConnectionStringBuilder { Host = folder, Username = "bridge", Database = database }.ConnectionString;
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Inbox;
using WeChatBridge.Operations;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Worlds;

/// <content>The people of the office, and what runs beside them.</content>
internal sealed partial class RunningBridge
{
    private const string Password = "keyboard-horse-41";

    /// <summary>Somebody who answers what citizens leave for the office.</summary>
    public Task<Officer> OfficerAsync(string name, string account = "zhengwu") => TakesOnAsync(name, account, StaffRole.DutyOfficer);

    /// <summary>The one who alone reads what citizens write about officials.</summary>
    public Task<Officer> SupervisorAsync(string name, string account = "zhengwu") => TakesOnAsync(name, account, StaffRole.Supervisor);

    /// <summary>Somebody who has nothing to do with citizens' messages.</summary>
    public Task<Officer> EditorAsync(string name, string account = "zhengwu") => TakesOnAsync(name, account, StaffRole.Editor);

    /// <summary>What the office wrote is sent now, as far as it is due.</summary>
    public Task RepliesGoOutAsync() =>
        TimePassesUntilAsync(_product.Services.GetRequiredService<InboxOutboxWorker>().SendDueAsync(TestContext.Current.CancellationToken));

    /// <summary>What followers sent is fetched now, as far as it is due.</summary>
    public Task FilesAreFetchedAsync() =>
        TimePassesUntilAsync(_product.Services.GetRequiredService<InboxMediaWorker>().FetchDueAsync(TestContext.Current.CancellationToken));

    /// <summary>What was kept long enough goes, as each night.</summary>
    public async Task OldThingsAreDeletedAsync()
    {
        while (await _product.Services.GetRequiredService<RetentionDesk>().DeletePortionAsync(TestContext.Current.CancellationToken))
        {
        }
    }

    /// <summary>The round that writes down which talks are over.</summary>
    public Task TalksAreMarkedAsync() =>
        _product.Services.GetRequiredService<HandoverWorker>().MarkEndedAsync(TestContext.Current.CancellationToken);

    /// <summary>The machine is switched off for a while: the time passes, and nothing runs meanwhile.</summary>
    public async Task IsSwitchedOffForAsync(TimeSpan time)
    {
        await EndProductAsync();
        WeChat.Clock.Advance(time);
        _product = BuildProduct();
        await StartProductAsync();
    }

    /// <summary>The process is killed without a word, and another starts on what the disk held at that moment.</summary>
    public async Task IsKilledAsync()
    {
        var disk = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.FullName, Path.GetRandomFileName())).FullName, "store.db");
        foreach (var suffix in new[] { "", "-wal" })
        {
            if (File.Exists(StoreFile + suffix))
            {
                File.Copy(StoreFile + suffix, disk + suffix);
            }
        }

        var killed = _product;
        _door = null;
        _settings["Storage:ConnectionString"] = $"Data Source={disk}";
        _product = BuildProduct();
        await StartProductAsync();
        await killed.StopAsync(TestContext.Current.CancellationToken);
        await killed.DisposeAsync();
    }

    /// <summary>Somebody changes the store by hand.</summary>
    public async Task StoreIsChangedAsync(string sql)
    {
        await using var context = await _product.Services.GetRequiredService<IDbContextFactory<BridgeContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
    }

    /// <summary>Whether these words stand in a table of the store.</summary>
    public async Task<bool> StoreHoldsInAsync(string table, string words)
    {
        await using var connection = new SqliteConnection($"Data Source={StoreFile}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT EXISTS (SELECT 1 FROM \"{table}\" WHERE Words = $words)";
        command.Parameters.AddWithValue("$words", words);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! == 1;
    }

    /// <summary>
    /// Waits for work that may itself wait for the clock: a call under way when the hand moved on is repeated after a pause that a standing
    /// clock never ends.
    /// </summary>
    private async Task TimePassesUntilAsync(Task work)
    {
        var second = TimeSpan.FromSeconds(1);
        while (await Task.WhenAny(work, Task.Delay(second, TimeProvider.System, TestContext.Current.CancellationToken)) != work)
        {
            if (WeChat.Clock.IsManual)
            {
                WeChat.Clock.Advance(second);
            }
        }

        await work;
    }

    private async Task<Officer> TakesOnAsync(string name, string account, StaffRole role)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var person = new NewStaffMember(name, $"{name}同志", Password, [(account, role)]);
        (await _product.Services.GetRequiredService<StaffDesk>().AddAsync(person, Acting.CommandLine, cancellation)).Refusal.ShouldBeNull();
        var acting = (await _product.Services.GetRequiredService<SignInGate>().AdmitAsync(name, Password, null, cancellation)).Value;
        return new Officer(() => _product.Services, acting, account);
    }
}

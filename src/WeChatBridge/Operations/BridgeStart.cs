using WeChatBridge.Accounts;
using WeChatBridge.Reports;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations;

/// <summary>What every command does before its own work: the store open and seeded, accounts and search index in memory.</summary>
internal sealed class BridgeStart(StoreOpening store, SeedReading seeds, AccountFinder accounts, ReportIndex reports)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await store.OpenAsync(seeds.ReadOnceAsync, cancellationToken);
        await accounts.LoadAsync(cancellationToken);
        await reports.RefreshAsync(cancellationToken);
    }
}

using WeChatBridge.Accounts;
using WeChatBridge.Reports;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations;

/// <summary>What every command does before its own work: the store open and seeded, and in memory all that answers are made of.</summary>
internal sealed class BridgeStart(
    StoreOpening store, SeedReading seeds, SynonymDesk synonyms, AccountFinder accounts, IEnumerable<IAnswerContent> contents)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await store.OpenAsync(FillAsync, cancellationToken);
        foreach (var content in contents)
        {
            await content.RefreshAsync(cancellationToken);
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        await seeds.ReadOnceAsync(cancellationToken);
        await accounts.LoadAsync(cancellationToken);
        await synonyms.InstallAsync(accounts.All.Select(account => account.Key), seeds.Synonyms(), Acting.Installer, cancellationToken);
    }
}

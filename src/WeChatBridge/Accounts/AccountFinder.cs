using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Accounts;

/// <summary>The official accounts this process serves: what the store knows of them, with the configuration laid over it.</summary>
internal sealed class AccountFinder(IDbContextFactory<BridgeContext> contexts, AccountBook configured)
{
    private volatile IReadOnlyDictionary<string, ServedAccount> _accounts = new Dictionary<string, ServedAccount>();

    public IEnumerable<ServedAccount> All => _accounts.Values.OrderBy(account => account.Position);

    public ServedAccount? Find(string key) => _accounts.GetValueOrDefault(key);

    /// <summary>Reads the accounts anew; requests that run go on with the ones they have.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.Set<OfficialAccount>().AsNoTracking().ToDictionaryAsync(account => account.Key, cancellationToken);
        var keys = configured.Keys.Concat(stored.Keys.Order(StringComparer.Ordinal)).Distinct();
        _accounts = keys.Select((key, position) => Serve(key, position, stored.GetValueOrDefault(key)))
            .ToDictionary(account => account.Key);
    }

    private ServedAccount Serve(string key, int position, OfficialAccount? stored)
    {
        var options = configured.Find(key);
        return new ServedAccount(
            key,
            position,
            options?.Name ?? stored?.Name ?? key,
            ContactOf(options?.Contact, stored?.Contact ?? ContactCard.Empty),
            configured.KeysOf(key));
    }

    // A configured card replaces the stored one whole: half of each could pair one office's name with another's number.
    private static ContactCard ContactOf(ContactOptions? configured, ContactCard stored)
    {
        var card = new ContactCard
        {
            Office = configured?.Office ?? "",
            Phone = configured?.Phone ?? "",
            Email = configured?.Email ?? "",
            Address = configured?.Address ?? "",
            Hours = configured?.Hours ?? "",
        };
        return card.IsEmpty ? stored : card;
    }
}

/// <summary>An official account as this process serves it.</summary>
/// <param name="Key">Its short name in addresses and configuration.</param>
/// <param name="Position">Where it stands in lists.</param>
/// <param name="Name">Its name as followers see it.</param>
/// <param name="Contact">How to reach a person.</param>
/// <param name="Keys">Null when it is not configured: its callback then answers 503.</param>
internal sealed record ServedAccount(string Key, int Position, string Name, ContactCard Contact, PlatformKeys? Keys);

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reviews;
using WeChatBridge.Storage;

namespace WeChatBridge.Accounts;

/// <summary>The official accounts this process serves: what the store knows of them, with the configuration laid over it.</summary>
internal sealed class AccountFinder(IDbContextFactory<BridgeContext> contexts, AccountBook configured) : IAnswerContent
{
    private long _version = -1;

    private volatile IReadOnlyDictionary<string, ServedAccount> _accounts = new Dictionary<string, ServedAccount>();

    public IEnumerable<ServedAccount> All => _accounts.Values.OrderBy(account => account.Position);

    public ServedAccount? Find(string key) => _accounts.GetValueOrDefault(key);

    /// <summary>Reads the accounts anew where something that answers changed: a contact card may have been confirmed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await StoreMark.NumberAsync(context, StoreMark.AnswerContent, cancellationToken) != Interlocked.Read(ref _version))
        {
            await LoadAsync(cancellationToken);
        }
    }

    /// <summary>Reads the accounts anew; requests that run go on with the ones they have.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Read before the cards: what changes in between is seen as newer at the next look.
        var version = await StoreMark.NumberAsync(context, StoreMark.AnswerContent, cancellationToken);
        var cards = (await WordingLog.AllReleasedAsync(context, ReviewedKind.ContactCard, cancellationToken))
            .ToDictionary(card => card.AccountKey, card => ContactDesk.Read(card.Content));
        var stored = await context.Set<OfficialAccount>().AsNoTracking().ToDictionaryAsync(account => account.Key, cancellationToken);
        var keys = configured.Keys.Concat(stored.Keys.Order(StringComparer.Ordinal)).Distinct();
        _accounts = keys.Select((key, position) => Serve(
                key, position, stored.GetValueOrDefault(key), cards.GetValueOrDefault(key)))
            .ToDictionary(account => account.Key);
        Interlocked.Exchange(ref _version, version);
    }

    private ServedAccount Serve(string key, int position, OfficialAccount? stored, ContactCard? confirmed)
    {
        var options = configured.Find(key);
        return new ServedAccount(
            key,
            position,
            options?.Name ?? stored?.Name ?? key,
            ContactOf(options?.Contact, confirmed ?? stored?.Contact ?? ContactCard.Empty),
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
            IsConfirmed = true,
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

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// One sending that is known twice (同一次发送): somebody registered it as sent on the website, and it turns out to be a publication of
/// ours. The registration is struck out, or else it would be counted twice.
/// </summary>
internal sealed class SameSending(AuditTrail audit, TimeProvider clock)
{
    /// <summary>Takes over what was registered at these addresses; why it cannot, or null. The caller commits.</summary>
    public async Task<string?> TakeOverAsync(
        BridgeContext context, Publication publication, IReadOnlyList<string> addresses, Acting by, CancellationToken cancellationToken)
    {
        if (addresses.Count == 0)
        {
            return null;
        }

        var names = addresses.Select(ArticleAddress.NameOf).OfType<string>().ToHashSet();
        if (names.Count < addresses.Count)
        {
            return PublishingTexts.AddressTwice;
        }

        if (await OfAnotherAsync(context, publication, names, cancellationToken) is { } taken)
        {
            return PublishingTexts.AddressOfAnother.With(taken.Url, taken.PublicationId);
        }

        var registered = (await WebsiteSending.Counted(context, publication.AccountKey).Where(one => one.PublicationId == null)
            .ToListAsync(cancellationToken)).FindAll(one => Names(names, one.Url));
        if (registered.Count > 0 && by.Objection(Permission.RegisterWebsiteSending, publication.AccountKey) is { } objection)
        {
            return objection;
        }

        foreach (var one in registered)
        {
            one.Strike(PublishingTexts.TakenOver.With(publication.Id), by.Name, clock.GetUtcNow());
            await audit.AppendAsync(context, StrikingDesk.ActOf(one), cancellationToken);
        }

        return null;
    }

    private static async Task<PublicationItem?> OfAnotherAsync(
        BridgeContext context, Publication publication, HashSet<string> names, CancellationToken cancellationToken)
    {
        var others = await context.Set<Publication>().AsNoTracking()
            .Where(one => one.AccountKey == publication.AccountKey && one.Id != publication.Id)
            .SelectMany(one => one.Items.Where(item => item.Url != "")).ToListAsync(cancellationToken);
        return others.Find(item => Names(names, item.Url));
    }

    private static bool Names(HashSet<string> names, string url) => ArticleAddress.NameOf(url) is { } name && names.Contains(name);
}

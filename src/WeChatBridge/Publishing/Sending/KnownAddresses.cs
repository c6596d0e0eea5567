using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// The messages of an account that are accounted for, by where they are to be read: sent from here, sent by a person from one of our
/// drafts, or registered as sent by hand.
/// </summary>
internal sealed class KnownAddresses
{
    private readonly ILookup<string, int> _ours;
    private readonly HashSet<string> _registered;

    private KnownAddresses(ILookup<string, int> ours, HashSet<string> registered) => (_ours, _registered) = (ours, registered);

    public static async Task<KnownAddresses> OfAsync(BridgeContext context, string accountKey, CancellationToken cancellationToken)
    {
        var ours = await context.Set<Publication>().AsNoTracking()
            .Where(one => one.AccountKey == accountKey && one.Items.Any(item => item.Url != ""))
            .Select(one => new { Url = one.Items.Where(item => item.Url != "").OrderBy(item => item.Position).First().Url, one.Items.Count })
            .ToListAsync(cancellationToken);
        // Of ours each article is known, of others the one that was registered.
        var registered = await WebsiteSending.Counted(context, accountKey).Where(one => one.PublicationId == null)
            .Select(one => one.Url).ToListAsync(cancellationToken);
        return new(
            ours.Where(one => ArticleAddress.NameOf(one.Url) is not null).ToLookup(one => ArticleAddress.NameOf(one.Url)!, one => one.Count),
            [.. registered.Select(ArticleAddress.NameOf).OfType<string>()]);
    }

    /// <summary>Whether a message is accounted for; one that carries more articles than were examined is not.</summary>
    /// <param name="url">Where its first article is to be read.</param>
    /// <param name="articles">How many it has.</param>
    public bool Hold(string url, int articles) =>
        ArticleAddress.NameOf(url) is { } name && (_registered.Contains(name) || _ours[name].Contains(articles));
}

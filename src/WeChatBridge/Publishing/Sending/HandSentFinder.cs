using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.FreePublish;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Finds out which of the messages on the platform's list are drafts of ours that a person sent by hand: we know their addresses, and the
/// platform never told us what it calls them.
/// </summary>
internal sealed class HandSentFinder(IDbContextFactory<BridgeContext> contexts, FrozenArticles frozen)
{
    /// <summary>Our publications by the platform's <c>article_id</c>.</summary>
    public async Task<IReadOnlyDictionary<string, long>> FindAsync(
        string accountKey, WeChatApi api, IReadOnlyList<ListedPublication> listed, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, long>();
        var nameless = await NamelessAsync(accountKey, cancellationToken);
        foreach (var (one, articles) in listed.Select(one => (one, one.Content?.NewsItem ?? [])).Where(pair => pair.Item2.Count > 0))
        {
            if ((nameless.Find(ours => StandAt(ours.Publication, articles)) ?? await FindByWordsAsync(api, one, articles, nameless, cancellationToken))
                is { } match)
            {
                found.TryAdd(one.ArticleId, match.Publication.Id);
                nameless.Remove(match);
            }
        }

        return found;
    }

    private async Task<List<Nameless>> NamelessAsync(string accountKey, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var byHand = WebsiteSending.Counted(context, accountKey).Where(one => one.PublicationId != null && one.Act == SendingAct.Publish);
        // What we mass-sent ourselves is on no such list.
        return await context.Set<Publication>().AsNoTrackingWithIdentityResolution().Include(one => one.Items.OrderBy(item => item.Position))
            .Where(one => one.AccountKey == accountKey && one.State == PublicationState.Published && one.PlatformArticleId == ""
                && !(one.Act == SendingAct.MassSend && one.TaskId != ""))
            .OrderBy(one => one.Id)
            .Select(one => new Nameless(one, byHand.Any(sending => sending.PublicationId == one.Id))).ToListAsync(cancellationToken);
    }

    // Every article of it, in its order: what carries one that nobody examined is not ours.
    private static bool StandAt(Publication ours, IReadOnlyList<NewsItem> articles) => ours.Items.Count == articles.Count
        && ours.Items.OrderBy(item => item.Position).Zip(articles).All(pair => ArticleAddress.AreSame(pair.First.Url, pair.Second.Url ?? ""));

    /// <summary>A person may have copied the short address where the list gives the long one: then the words decide.</summary>
    private async Task<Nameless?> FindByWordsAsync(
        WeChatApi api, ListedPublication one, IReadOnlyList<NewsItem> articles, List<Nameless> nameless, CancellationToken cancellationToken)
    {
        var alike = nameless.FindAll(ours => ours.WasPublishedByHand
            && ours.Publication.Items.OrderBy(item => item.Position).Select(item => item.Title).SequenceEqual(articles.Select(each => each.Title ?? "")));
        if (alike.Count == 0
            || await api.FreePublish.GetArticleAsync(one.ArticleId, cancellationToken) is not ApiResult<NewsContent>.Done(var content))
        {
            return null;
        }

        foreach (var ours in alike)
        {
            if (await frozen.FindAsync(ours.Publication) is { } documents && DraftLosses.IsSame(documents, content))
            {
                return ours;
            }
        }

        return null;
    }

    /// <param name="Publication">It is out, and the platform's name of it is not known.</param>
    /// <param name="WasPublishedByHand">A person says it was published and not pushed.</param>
    private sealed record Nameless(Publication Publication, bool WasPublishedByHand);
}

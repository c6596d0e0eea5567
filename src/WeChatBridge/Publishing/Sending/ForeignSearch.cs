using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.FreePublish;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Looks through what the platform lists as published for messages that were not sent from here. Mass sends are not on that list. What a
/// person sent from one of our drafts is ours: the platform's name of it is kept, so that it can be taken back.
/// </summary>
internal sealed class ForeignSearch(
    IDbContextFactory<BridgeContext> contexts, HandSentFinder handSent, AuditTrail audit, TimeProvider clock)
{
    private const int PageSize = 20;

    // A hundred calls a day; what lies deeper was there before and has been found.
    private const int MostPages = 10;

    /// <summary>How many were new; null where the list was not to be had.</summary>
    public async Task<int?> LookAsync(string accountKey, WeChatApi api, CancellationToken cancellationToken)
    {
        var found = 0;
        for (var page = 0; page < MostPages; page++)
        {
            var result = await api.FreePublish.BatchGetAsync(page * PageSize, PageSize, withContent: false, cancellationToken);
            if (result is not ApiResult<PublicationPage>.Done(var listed))
            {
                return null;
            }

            var ours = await handSent.FindAsync(accountKey, api, listed.Item, cancellationToken);
            var isNew = await KeepAsync(accountKey, listed.Item, ours, cancellationToken);
            found += isNew;
            if (listed.Item.Count < PageSize || isNew + ours.Count == 0)
            {
                break;
            }
        }

        return found;
    }

    private async Task<int> KeepAsync(
        string accountKey,
        IReadOnlyList<ListedPublication> listed,
        IReadOnlyDictionary<string, long> ours,
        CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        foreach (var (articleId, publicationId) in ours)
        {
            await NameAsync(context, (accountKey, publicationId), articleId, cancellationToken);
        }

        var foreign = await ForeignAmongAsync(context, accountKey, listed, cancellationToken);
        if (foreign.Count > 0)
        {
            context.AddRange(foreign);
            await context.SaveChangesAsync(cancellationToken);
            var act = new AuditedAct(
                OpenPublication.Actor, accountKey, "publication.foreign", $"account/{accountKey}",
                string.Join(' ', foreign.Select(one => one.ArticleId)));
            await audit.AppendAsync(context, act, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return foreign.Count;
    }

    // Whoever has it in hand at this moment looks again: the row changes under its revision.
    private async Task NameAsync(
        BridgeContext context, (string AccountKey, long Id) ours, string articleId, CancellationToken cancellationToken)
    {
        var isNamed = await context.Set<Publication>()
            .Where(one => one.Id == ours.Id && one.State == PublicationState.Published && one.PlatformArticleId == "")
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.PlatformArticleId, articleId).SetProperty(one => one.Revision, one => one.Revision + 1),
                cancellationToken) == 1;
        if (isNamed)
        {
            var act = new AuditedAct(OpenPublication.Actor, ours.AccountKey, "publication.named", $"publication/{ours.Id}", $"found {articleId}");
            await audit.AppendAsync(context, act, cancellationToken);
        }
    }

    private async Task<List<ForeignPublication>> ForeignAmongAsync(
        BridgeContext context, string accountKey, IReadOnlyList<ListedPublication> listed, CancellationToken cancellationToken)
    {
        var ids = listed.Select(one => one.ArticleId).ToList();
        var known = await context.Set<Publication>().Where(one => one.AccountKey == accountKey && ids.Contains(one.PlatformArticleId))
            .Select(one => one.PlatformArticleId)
            .Union(context.Set<ForeignPublication>().Where(one => one.AccountKey == accountKey && ids.Contains(one.ArticleId))
                .Select(one => one.ArticleId))
            .ToListAsync(cancellationToken);
        var awaited = await AwaitedTitlesAsync(context, accountKey, cancellationToken);
        var addresses = await KnownAddresses.OfAsync(context, accountKey, cancellationToken);
        return
        [
            .. listed.Where(one => !known.Contains(one.ArticleId))
                .Select(one => ForeignPublication.Of(accountKey, one, clock.GetUtcNow()))
                .Where(one => !awaited.Contains(one.Title) && !addresses.Hold(one.Url, one.ArticleCount)),
        ];
    }

    // What is ours may be public before we have heard of it.
    private static Task<List<string>> AwaitedTitlesAsync(BridgeContext context, string accountKey, CancellationToken cancellationToken) =>
        context.Set<Publication>()
            .Where(one => one.AccountKey == accountKey && one.Act == SendingAct.Publish
                && (one.State == PublicationState.Sending || one.State == PublicationState.Submitted
                    || one.State == PublicationState.OutcomeUnknown))
            .SelectMany(one => one.Items.Where(item => item.Position == 0).Select(item => item.Title)).ToListAsync(cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Storage;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.DataCube;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Fetches the reading figures of recent articles. The platform has those of a day at about eight the next morning, and gives them by the
/// day of publication. They name the address of each article: of what was mass-sent and whose event was lost, nothing else does.
/// </summary>
internal sealed class FigureCollection(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    /// <summary>For how many days after its publication an article's figures are fetched: the platform corrects them that long.</summary>
    public const int Days = 8;

    /// <summary>Fetches what is to be had; of several days the first refusal is told.</summary>
    public async Task<RoundEnding> CollectAsync(string accountKey, WeChatApi api, CancellationToken cancellationToken)
    {
        var ending = RoundEnding.Complete;
        foreach (var (day, items) in await RecentAsync(accountKey, cancellationToken))
        {
            var result = await api.DataCube.GetArticleTotalDetailAsync(day, cancellationToken);
            if (result is ApiResult<ArticleFigures<ArticleTotal>>.Done({ IsDelay: false } figures))
            {
                await KeepAsync(accountKey, items, figures.List, cancellationToken);
            }
            else
            {
                ending = new RoundEnding(IsComplete: false, ending.Words.Length > 0 ? ending.Words : WordsOf(result));
            }
        }

        return ending;
    }

    private static string WordsOf(ApiResult<ArticleFigures<ArticleTotal>> result) => result.Match(
        _ => "", error => SendingTexts.FiguresRefused.With(error.Advice, Setbacks.CodeOf(error)), _ => "");

    private async Task<IReadOnlyList<(DateOnly Day, IReadOnlyList<PublishedItem> Items)>> RecentAsync(
        string accountKey, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var since = OfficeTime.InstantOf(today.AddDays(-Days), default);
        var until = OfficeTime.InstantOf(today, default);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var published = await context.Set<Publication>().AsNoTracking().Include(one => one.Items)
            .Where(one => one.AccountKey == accountKey && one.State == PublicationState.Published
                && one.EndedAt >= since && one.EndedAt < until)
            .ToListAsync(cancellationToken);
        return
        [
            .. published.GroupBy(one => OfficeTime.DateAt(one.EndedAt!.Value)).OrderBy(day => day.Key)
                .Select(day => (day.Key, (IReadOnlyList<PublishedItem>)[.. day.SelectMany(PublishedItem.Of)])),
        ];
    }

    private async Task KeepAsync(
        string accountKey, IReadOnlyList<PublishedItem> items, IReadOnlyList<ArticleTotal> figures, CancellationToken cancellationToken)
    {
        var found = (from figure in figures
                     let item = items.FirstOrDefault(one => one.Is(figure))
                     where item is not null
                     select (Item: item, Figure: figure)).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        foreach (var (item, day) in found.SelectMany(one => one.Figure.DetailList.Select(day => (one.Item, day))))
        {
            var row = await context.Set<ArticleFigures>().FindAsync([item.Id, day.StatDate], cancellationToken)
                ?? context.Add(ArticleFigures.Of(item.Id, day.StatDate)).Entity;
            row.Count(day, clock.GetUtcNow());
        }

        await context.SaveChangesAsync(cancellationToken);
        foreach (var (item, figure) in found.Where(one => one.Item.Url.Length == 0))
        {
            await StandAtAsync(context, accountKey, item, figure, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task StandAtAsync(
        BridgeContext context, string accountKey, PublishedItem item, ArticleTotal figure, CancellationToken cancellationToken)
    {
        var url = figure.ContentUrl ?? "";
        // A person may have said it meanwhile.
        if (ArticleAddress.NameOf(url) is not null && await context.Set<PublicationItem>()
            .Where(one => one.Id == item.Id && one.Url == "" && !one.HasFailed)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Url, url), cancellationToken) == 1)
        {
            var act = new AuditedAct(
                OpenPublication.Actor, accountKey, "publication.address", $"publication/{item.PublicationId}", $"figures {figure.Msgid} {url}");
            await audit.AppendAsync(context, act, cancellationToken);
        }
    }

    /// <summary>An article of ours, as the figures name it.</summary>
    private sealed record PublishedItem(long Id, long PublicationId, string MessageId, string Url)
    {
        public static IEnumerable<PublishedItem> Of(Publication publication) =>
            publication.Items.Select(item => new PublishedItem(
                item.Id, publication.Id, publication.DataId.Length > 0 ? $"{publication.DataId}_{item.Position + 1}" : "", item.Url));

        // Not every answer that takes a publication names the number the figures go by; its address does.
        public bool Is(ArticleTotal figure) => (MessageId.Length > 0 && figure.Msgid == MessageId) || ArticleAddress.AreSame(Url, figure.ContentUrl ?? "");
    }
}

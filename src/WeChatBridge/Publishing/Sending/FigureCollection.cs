using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Storage;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.DataCube;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Fetches the reading figures of recent articles. The platform has those of a day at about eight the next morning, and gives them by the
/// day of publication.
/// </summary>
internal sealed class FigureCollection(IDbContextFactory<BridgeContext> contexts, TimeProvider clock)
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
                await KeepAsync(items, figures.List, cancellationToken);
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
        IReadOnlyList<PublishedItem> items, IReadOnlyList<ArticleTotal> figures, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var (item, day) in from figure in figures
                                    let item = items.FirstOrDefault(one => one.Is(figure))
                                    where item is not null
                                    from day in figure.DetailList
                                    select (item, day))
        {
            var row = await context.Set<ArticleFigures>().FindAsync([item.Id, day.StatDate], cancellationToken)
                ?? context.Add(ArticleFigures.Of(item.Id, day.StatDate)).Entity;
            row.Count(day, clock.GetUtcNow());
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>An article of ours, as the figures name it.</summary>
    private sealed record PublishedItem(long Id, string MessageId, string Url)
    {
        public static IEnumerable<PublishedItem> Of(Publication publication) =>
            publication.Items.Select(item => new PublishedItem(item.Id, $"{publication.DataId}_{item.Position + 1}", item.Url));

        // Not every answer that takes a publication names the number the figures go by; its address does.
        public bool Is(ArticleTotal figure) => figure.Msgid == MessageId || ArticleAddress.AreSame(Url, figure.ContentUrl ?? "");
    }
}

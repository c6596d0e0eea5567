using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Sending;

/// <summary>Shows how articles were read, and where nothing is known of that, why.</summary>
internal sealed class FigureFinder(IDbContextFactory<BridgeContext> contexts, AccountFinder accounts, TimeProvider clock)
{
    /// <summary>Every article of the account that came out in so many days, the newest first, as counted last.</summary>
    public async Task<Outcome<IReadOnlyList<ReadArticle>>> ListAsync(
        string accountKey, int days, Acting by, CancellationToken cancellationToken)
    {
        if (PublicationFinder.ObjectionTo(by, accountKey) is { } refusal)
        {
            return Outcome<IReadOnlyList<ReadArticle>>.Refused(refusal);
        }

        var since = clock.GetUtcNow().AddDays(-days);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var published = await Public(context).Where(one => one.AccountKey == accountKey && one.EndedAt >= since)
            .OrderByDescending(one => one.EndedAt).ToListAsync(cancellationToken);
        return Outcome<IReadOnlyList<ReadArticle>>.Done(await ReadAsync(context, accountKey, published, cancellationToken));
    }

    /// <summary>The articles of one publication, with every day that was counted.</summary>
    public async Task<Outcome<IReadOnlyList<ReadArticle>>> ShowAsync(long publicationId, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var publication = await context.Set<Publication>().AsNoTracking().Include(one => one.Items)
            .SingleOrDefaultAsync(one => one.Id == publicationId, cancellationToken);
        // One sentence for both: who has nothing to do with the account learns not even that it exists.
        if (publication is null || !PublicationFinder.MaySee(by, publication.AccountKey))
        {
            return Outcome<IReadOnlyList<ReadArticle>>.Refused(PublishingTexts.Unknown.With(publicationId));
        }

        return publication.State is PublicationState.Published or PublicationState.Withdrawn
            ? Outcome<IReadOnlyList<ReadArticle>>.Done(
                await ReadAsync(context, publication.AccountKey, [publication], cancellationToken))
            : Outcome<IReadOnlyList<ReadArticle>>.Refused(
                PublishingTexts.FiguresNotOut.With(publicationId, PublicationWords.NameOf(publication.State)));
    }

    private static IQueryable<Publication> Public(BridgeContext context) => context.Set<Publication>().AsNoTracking()
        .Include(one => one.Items)
        .Where(one => one.State == PublicationState.Published || one.State == PublicationState.Withdrawn);

    private async Task<IReadOnlyList<ReadArticle>> ReadAsync(
        BridgeContext context, string accountKey, IReadOnlyList<Publication> publications, CancellationToken cancellationToken)
    {
        var ids = publications.SelectMany(one => one.Items).Select(item => item.Id).ToList();
        var figures = (await context.Set<ArticleFigures>().AsNoTracking().Where(one => ids.Contains(one.ItemId))
            .OrderBy(one => one.UpTo).ToListAsync(cancellationToken)).ToLookup(one => one.ItemId);
        var why = new MissingFigures(
            accounts.Find(accountKey) is { Keys: not null },
            await context.Set<SendingRound>().AsNoTracking()
                .SingleOrDefaultAsync(one => one.AccountKey == accountKey && one.Kind == RoundKind.Figures, cancellationToken),
            clock.GetUtcNow());
        return
        [
            .. from publication in publications
               from item in publication.Items.OrderBy(item => item.Position)
               let days = figures[item.Id].ToList()
               select new ReadArticle(publication, item, days, days.Count > 0 ? null : why.Because(publication, item)),
        ];
    }
}

/// <summary>An article and how it was read.</summary>
/// <param name="Publication">The message it went out in.</param>
/// <param name="Item">Which article.</param>
/// <param name="Days">What was counted, the first day first.</param>
/// <param name="Missing">Why nothing was; null where something was.</param>
internal sealed record ReadArticle(Publication Publication, PublicationItem Item, IReadOnlyList<ArticleFigures> Days, string? Missing);

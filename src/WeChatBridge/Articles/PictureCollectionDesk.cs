using System.Buffers.Text;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Articles.Body;
using WeChatBridge.Outgoing;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>
/// Takes the pictures a body shows from other sites into the store, as if they had been pasted: what is examined is then what is sent, and
/// no other site can change it in between.
/// </summary>
internal sealed class PictureCollectionDesk(IDbContextFactory<BridgeContext> contexts, ArticleDesk desk, PictureFetch fetch)
{
    /// <summary>All of them or none; each that cannot be had is named.</summary>
    public async Task<Outcome<SavedArticle>> CollectAsync(long id, int? seen, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var article = await ArticleReading.FindAsync(context.Set<Article>().AsNoTracking(), id, by, cancellationToken);
        if ((article is null ? ArticleTexts.ArticleUnknown.With(id) : article.ObjectionTo(seen, by)) is { } objection)
        {
            return Outcome<SavedArticle>.Refused(objection);
        }

        var body = article!.Content.BodyHtml;
        var addresses = AddressesIn(body);
        if (addresses.Count > ArticleLimits.MostPictures)
        {
            return Outcome<SavedArticle>.Refused(ArticleTexts.TooManyPictures.With(ArticleLimits.MostPictures, addresses.Count));
        }

        var (pictures, missing) = await FetchAsync(addresses, ArticleDesk.LargestBody - body.Length, cancellationToken);
        return missing.Count > 0
            ? Outcome<SavedArticle>.Refused(string.Join('\n', missing))
            : await desk.SaveAsync(
                id,
                seen ?? article.Revision,
                draft => draft with { Content = draft.Content with { BodyHtml = With(draft.Content.BodyHtml, pictures) } },
                by,
                cancellationToken);
    }

    /// <summary>Fetches until they are all there, or more than a body can take: what lies there is the other sites' choice, not ours.</summary>
    private async Task<(IReadOnlyDictionary<string, string> Pictures, IReadOnlyList<string> Missing)> FetchAsync(
        IReadOnlyList<string> addresses, int room, CancellationToken cancellationToken)
    {
        var (pictures, missing) = (new Dictionary<string, string>(), new List<string>());
        foreach (var address in addresses)
        {
            var fetched = await fetch.FetchAsync(address, cancellationToken);
            if (!fetched.IsDone || PictureFormat.Recognise(fetched.Value) is not { } type)
            {
                missing.Add(ArticleTexts.PictureNotCollected.With(address, fetched.Refusal ?? SendingTexts.PictureUnreadable));
                continue;
            }

            room -= Base64.GetMaxEncodedToUtf8Length(fetched.Value.Length);
            if (room < 0)
            {
                return (pictures, [.. missing, ArticleTexts.PicturesTooLarge.With(ArticleDesk.LargestBody >> 20)]);
            }

            pictures[address] = $"data:{type};base64,{Convert.ToBase64String(fetched.Value)}";
        }

        return (pictures, missing);
    }

    private static IReadOnlyList<string> AddressesIn(string body) =>
    [
        .. new HtmlParser().ParseDocument(body).QuerySelectorAll("img").Select(image => image.GetAttribute("src") ?? "")
            .Where(address => BodyImage.HashIn(address) is null).Distinct(),
    ];

    private static string With(string body, IReadOnlyDictionary<string, string> pictures)
    {
        var document = new HtmlParser().ParseDocument(body);
        foreach (var image in document.QuerySelectorAll("img"))
        {
            if (pictures.TryGetValue(image.GetAttribute("src") ?? "", out var picture))
            {
                image.SetAttribute("src", picture);
            }
        }

        return document.Body!.InnerHtml;
    }
}

using WeChatBridge.Simulator.Api.Drafts;
using WeChatBridge.Simulator.Api.Media;

namespace WeChatBridge.Simulator.Pages;

/// <summary>The account's home page, its articles and their pictures: the platform's own addresses for them lead nowhere here.</summary>
internal static class ArticleEndpoints
{
    // An article's styles are its author's; its scripts, forms and frames are nobody's.
    private const string ArticlePolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src 'self' http: https:; style-src 'self'; "
        + "style-src-attr 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'";

    public static void MapArticles(this RouteGroupBuilder simulator, SimulatedPlatform platform)
    {
        simulator.MapGet("/articles", (string account) => platform.FindAccount(account) is { } known
            ? Results.Json(ReaderArticle.Public(known).Select(article => Entry(article, known.Api.Media)), SimulatorJson.Options)
            : Results.NotFound());
        simulator.MapGet("/article", (string account, string url, HttpResponse response) =>
        {
            response.Headers.ContentSecurityPolicy = ArticlePolicy;
            response.Headers.XContentTypeOptions = "nosniff";
            return platform.FindAccount(account) is { } known
                ? Results.Content(ArticlePage.Write(known, ReaderArticle.Find(known, url)), "text/html; charset=utf-8")
                : Results.NotFound();
        });
        simulator.MapGet("/picture", (string account, string? url, string? id, HttpResponse response) =>
        {
            response.Headers.XContentTypeOptions = "nosniff";
            return platform.FindAccount(account)?.Api.Media is { } media && FindPicture(media, url, id) is { } picture
                ? Results.Bytes(picture.File.Bytes, picture.File.ContentType)
                : Results.NotFound();
        });
    }

    private static object Entry(ReaderArticle article, MediaLibrary media) => new
    {
        article.Article.Title,
        article.Url,
        article.At,
        article.Act,
        article.IsGone,
        PictureUrl = ArticleJson.CoverUrl(article.Article, media),
    };

    private static StoredMedia? FindPicture(MediaLibrary media, string? url, string? id)
    {
        var found = url is not null ? media.FindByUrl(url) : media.Find(id ?? "");
        return found?.Type is "image" or "thumb" ? found : null;
    }
}

using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using WeChatBridge.Simulator.Api.Drafts;

namespace WeChatBridge.Simulator.Pages;

/// <summary>An article as the WeChat reader shows it.</summary>
internal static partial class ArticlePage
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly TimeSpan OfficeZone = TimeSpan.FromHours(8);

    public static string Write(PlatformAccount account, ReaderArticle? found)
    {
        var body = found switch
        {
            null => "<p class=\"gone\">这个地址没有文章。</p>",
            { IsGone: true } => "<p class=\"gone\">该内容已被发布者删除</p>",
            _ => Body(account, found),
        };
        return $"""
            <!doctype html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Encode(found?.Article.Title ?? "文章")}</title>
              <link rel="stylesheet" href="/article.css">
            </head>
            <body>
            {body}
            </body>
            </html>
            """;
    }

    private static string Body(PlatformAccount account, ReaderArticle found) => $"""
        <h1>{Encode(found.Article.Title)}</h1>
        <p class="by">
          {Encode(found.Article.Author)} <b>{Encode(account.Settings.Name)}</b>
          {found.At.ToOffset(OfficeZone):yyyy年M月d日 HH:mm} {found.Act}
        </p>
        <div class="content">{Pictures(account, found.Article)}{WithLocalPictures(account, found.Article.Content)}</div>
        {ReadOriginal(found.Article.ContentSourceUrl)}
        """;

    private static string Pictures(PlatformAccount account, DraftArticle article) => string.Concat(article.ImageMediaIds.Select(id =>
        $"<img {Source(account, "id", id)} alt=\"\">"));

    // The platform's picture host knows nothing of what was uploaded here.
    private static string WithLocalPictures(PlatformAccount account, string content) => PlatformPicture().Replace(
        content,
        match => Source(account, "url", match.Groups["url"].Value.Replace("&amp;", "&")));

    private static string Source(PlatformAccount account, string by, string value) =>
        $"src=\"/simulator/picture?account={Uri.EscapeDataString(account.Settings.Key)}&amp;{by}={Uri.EscapeDataString(value)}\"";

    private static string ReadOriginal(string url) => url.StartsWith("http", StringComparison.Ordinal)
        ? $"<p><a href=\"{Encode(url)}\" target=\"_blank\" rel=\"noopener noreferrer\">阅读原文</a></p>"
        : "";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    [GeneratedRegex("""\b(data-)?src\s*=\s*["'](?<url>(https?:)?//mmbiz\.[^"']+)["']""", Options)]
    private static partial Regex PlatformPicture();
}

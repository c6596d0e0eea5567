using System.Net;
using AngleSharp.Html.Parser;
using WeChatBridge.Articles.Body;
using WeChatBridge.Publishing;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>A plain page that shows an article as its readers will see it; it needs no server, and no script runs in it.</summary>
internal static class ArticlePage
{
    private const string Head = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        """;

    private const string Style = """
        <style>
        body { margin: 0; background: #ededed; color: #222; font: 17px/1.8 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
        main { max-width: 40rem; margin: 0 auto; padding: 1rem 1.2rem 3rem; background: #fff; overflow-wrap: break-word; }
        .note { padding: .5rem .8rem; background: #fff4d6; font-size: .85rem; }
        .by, .files { color: #666; font-size: .95rem; }
        h1 { font-size: 1.4rem; line-height: 1.4; }
        img { max-width: 100%; }
        figure { margin: 0 0 1rem; }
        </style>
        """;

    /// <param name="document">What is shown.</param>
    /// <param name="note">Which version it is, so that nobody takes it for the published page.</param>
    /// <param name="files">The files it names, by hash.</param>
    public static string Write(ArticleDocument document, string note, IReadOnlyDictionary<string, StoredFile> files) => string.Join(
        '\n',
        [
            Head,
            $"<title>{Encode(document.Title)}</title>",
            Style,
            "</head>",
            "<body><main>",
            $"<p class=\"note\">{Encode(note)}</p>",
            .. Cover(document, files),
            $"<h1>{Encode(document.Title)}</h1>",
            .. Line("by", document.Author),
            .. Line("by", document.Digest.Length > 0 ? ArticleTexts.PreviewDigest.With(document.Digest) : ""),
            Body(document.BodyHtml, files),
            .. SourceLink(document.SourceLink),
            .. document.Attachments.Select(attachment => Attachment(attachment, files)),
            "</main></body></html>",
            "",
        ]);

    private static IEnumerable<string> Cover(ArticleDocument document, IReadOnlyDictionary<string, StoredFile> files) =>
        document.Cover is { } cover && files.TryGetValue(cover.Hash, out var file)
            ? [$"<figure><img src=\"{AddressOf(file)}\" alt=\"{Encode(ArticleTexts.PreviewCover)}\"></figure>"]
            : [];

    private static string Body(string html, IReadOnlyDictionary<string, StoredFile> files)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var image in body.QuerySelectorAll("img"))
        {
            if (BodyImage.HashIn(image.GetAttribute("src") ?? "") is { } hash && files.TryGetValue(hash, out var file))
            {
                image.SetAttribute("src", AddressOf(file));
            }
        }

        return body.InnerHtml;
    }

    private static IEnumerable<string> SourceLink(string link) => WebAddress.Of(link) is { } address
        ? [$"<p class=\"files\"><a href=\"{Encode(address)}\" rel=\"noreferrer\">{Encode(ArticleTexts.PreviewSource)}</a></p>"]
        : [];

    private static string Attachment(DocumentFile attachment, IReadOnlyDictionary<string, StoredFile> files) =>
        files.TryGetValue(attachment.Hash, out var file)
            ? $"<p class=\"files\"><a href=\"{AddressOf(file)}\" download=\"{Encode(attachment.Name)}\">"
                + $"{Encode(ArticleTexts.PreviewAttachment.With(attachment.Name))}</a></p>"
            : $"<p class=\"files\">{Encode(ArticleTexts.PreviewAttachment.With(attachment.Name))}</p>";

    private static IEnumerable<string> Line(string look, string text) =>
        text.Length > 0 ? [$"<p class=\"{look}\">{Encode(text)}</p>"] : [];

    private static string AddressOf(StoredFile file) => $"data:{file.MediaType};base64,{Convert.ToBase64String(file.Content)}";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

using System.Text;
using WeChatBridge.Publishing;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>
/// An article as a page: the body as it was sent, its stored pictures taken from the archive. Where the platform put them stands in the
/// ledger.
/// </summary>
internal static class CaseArticlePage
{
    // The body was cleaned when it was written; a page in an archive trusts nobody all the same.
    public const string Policy = "default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'";

    public static byte[] Of(CaseArticle article, ArticleDocument document)
    {
        var title = Html.Text(document.Title);
        return Encoding.UTF8.GetBytes(string.Join(
            '\n',
            "<!DOCTYPE html>",
            "<html lang=\"zh-CN\">",
            "<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\"><title>{title}</title>",
            $"<style>{CaseStyle.Article}</style></head>",
            "<body>",
            $"<p class=\"case\">{Html.Text(CaseFileTexts.ArticleNote)}　{Html.Link("../" + CasePaths.Index, CaseFileTexts.ArticleBack)}</p>",
            "<main>",
            Html.Element("h1", title),
            $"<p class=\"by\">{Html.Text(CaseFileTexts.ArticleByline.With(document.Author, document.Digest))}</p>",
            BodyOf(article, document),
            "</main>",
            "</body>",
            "</html>",
            ""));
    }

    /// <summary>The body as it stands in the page.</summary>
    private static string BodyOf(CaseArticle article, ArticleDocument document) => CasePaths.WithPictures(
        document.BodyHtml, article.Files.DistinctBy(file => file.Hash).ToDictionary(file => file.Hash, file => file.Path));
}

using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Body;

/// <summary>
/// Makes any HTML, pasted from Word, WPS or a web page, into a body we answer for. It is read, copied by the list of the allowed, written
/// and read again until nothing changes: what a browser makes of the result is then what was checked, however odd the source's nesting.
/// </summary>
internal static class BodyCleaning
{
    private const int MostPasses = 10;

    public static ArticleBody Clean(string html)
    {
        var losses = new BodyLosses();
        var pictures = new BodyPictures(losses);
        var current = Pass(html, pictures, losses);
        for (var pass = 1; pass < MostPasses; pass++)
        {
            var next = Pass(current.Html, pictures, losses);
            if (next.Html == current.Html)
            {
                return new ArticleBody(next.Html, pictures.In(next.Body), losses.Sentences);
            }

            current = next;
        }

        return OnlyText(current.Body, losses);
    }

    private static (string Html, IElement Body) Pass(string html, BodyPictures pictures, BodyLosses losses)
    {
        var parser = new HtmlParser();
        var source = parser.ParseDocument(html);
        if (source.Body is not { } sourceBody || Depth(source) > BodyElements.DeepestNesting)
        {
            losses.Add(ArticleTexts.LostLayout);
            var flat = parser.ParseDocument(source.Body is null ? "" : Paragraphs(source.Body));
            return (Write(flat.Body!), flat.Body!);
        }

        WordPaste.Prepare(source, losses);
        StyleSheets.Inline(source);
        var clean = parser.ParseDocument("");
        new BodyTree(clean, pictures, losses).Copy(sourceBody, clean.Body!);
        BodyTidying.Tidy(clean.Body!);
        return (Write(clean.Body!), clean.Body!);
    }

    private static string Write(IElement body) => string.Join('\n', body.ChildNodes.Select(node => node.ToHtml()));

    private static ArticleBody OnlyText(IElement body, BodyLosses losses)
    {
        losses.Add(ArticleTexts.LostLayout);
        return new ArticleBody(Paragraphs(body), [], losses.Sentences);
    }

    // Walked without recursion: the tree may be as deep as the input is long.
    private static string Paragraphs(IElement body)
    {
        var lines = new List<string>();
        for (INode? node = body; node is not null; node = Following(node, body))
        {
            if (node is IText text && !WhiteSpace.IsInvisible(text.Data))
            {
                lines.Add($"<p>{WebUtility.HtmlEncode(WhiteSpace.Run(text.Data).Trim(' '))}</p>");
            }
        }

        return string.Join('\n', lines);
    }

    private static int Depth(IDocument document)
    {
        var (depth, deepest) = (0, 0);
        for (INode? node = document.DocumentElement; node is not null;)
        {
            deepest = Math.Max(deepest, depth);
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                (node, depth) = (node.Parent, depth - 1);
            }

            node = node?.NextSibling;
        }

        return deepest;
    }

    // The next node in the order written, past the insides of what no reader sees.
    private static INode? Following(INode node, INode root)
    {
        var isGone = node is IElement element && BodyElements.IsGone(element.LocalName);
        if (!isGone && node.FirstChild is { } child)
        {
            return child;
        }

        while (node != root && node.NextSibling is null)
        {
            node = node.Parent!;
        }

        return node == root ? null : node.NextSibling;
    }
}

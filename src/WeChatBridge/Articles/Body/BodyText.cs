using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace WeChatBridge.Articles.Body;

/// <summary>The words of clean HTML as a reader sees them: a block or broken line a line, cells of a row set apart by tabs.</summary>
internal static class BodyText
{
    public static string Read(string html)
    {
        var text = new StringBuilder();
        Walk(new HtmlParser().ParseDocument(html).Body!, text);
        return text.ToString().TrimEnd('\n');
    }

    private static void Walk(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                AppendWords(words, text);
            }
            else if (child is IElement element)
            {
                Walk(element, text);
                End(element, text);
            }
        }
    }

    private static void AppendWords(IText words, StringBuilder text)
    {
        // Line ends between blocks of the source.
        if (!WhiteSpace.IsBlank(words.Data) || (text.Length > 0 && text[^1] is not ('\n' or '\t')))
        {
            text.Append(words.Data);
        }
    }

    private static void End(IElement element, StringBuilder text)
    {
        if (element.LocalName is "td" or "th")
        {
            TrimLineEnds(text);
            text.Append('\t');
        }
        else if (element.LocalName == "tr")
        {
            TrimLineEnds(text);
            text.Append('\n');
        }
        else if (element.LocalName == "br" || (BodyElements.IsBlock(element.LocalName) && text.Length > 0 && text[^1] != '\n'))
        {
            text.Append('\n');
        }
    }

    private static void TrimLineEnds(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] is '\n' or '\t')
        {
            text.Length--;
        }
    }
}

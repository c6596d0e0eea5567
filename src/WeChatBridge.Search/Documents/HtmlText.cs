using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace WeChatBridge.Search.Documents;

/// <summary>Reads the text of a web page: a paragraph a line, headings marked with #, cells of a table row set apart by tabs.</summary>
internal sealed partial class HtmlText
{
    // Deeper nesting is no document; the limit keeps the walk from exhausting the stack.
    private const int DeepestNesting = 200;

    // Not the form around them: a page made with WebForms is one form from its first word to its last.
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "head", "nav", "button", "select", "svg", "iframe", "input", "textarea",
        "option", "datalist",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "main", "ul", "ol", "li", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
        "header", "footer", "aside", "dl", "dt", "dd", "hr", "body", "figure", "figcaption", "address",
        "form", "fieldset",
    };

    private readonly StringBuilder _text = new();

    public static string Read(string html)
    {
        var page = new HtmlText();
        page.Walk(new HtmlParser().ParseDocument(html).DocumentElement, 0);
        return page._text.ToString().Trim();
    }

    private void Walk(INode node, int depth)
    {
        if (node is IText text)
        {
            Write(WhiteSpace().Replace(text.Data, " "));
        }
        else if (node is IElement element && depth < DeepestNesting && !Skipped.Contains(element.LocalName))
        {
            Enter(element);
            foreach (var child in element.ChildNodes)
            {
                Walk(child, depth + 1);
            }

            if (Blocks.Contains(element.LocalName))
            {
                EndLine();
            }
        }
    }

    private void Enter(IElement element)
    {
        if (Blocks.Contains(element.LocalName) || element.LocalName == "br")
        {
            EndLine();
        }

        switch (element.LocalName)
        {
            case ['h', >= '1' and <= '6' and var level]:
                _text.Append('#', level - '0').Append(' ');
                break;
            case "li" when element.ParentElement is { LocalName: "ol" } list:
                _text.Append(1 + list.Children.Index(element)).Append(". ");
                break;
            case "td" or "th" when element.PreviousElementSibling is not null:
                TrimSpaces();
                _text.Append('\t');
                break;
        }
    }

    private void Write(string text)
    {
        var isLineStart = _text.Length == 0 || _text[^1] is '\n' or '\t' or ' ';
        _text.Append(isLineStart ? text.TrimStart() : text);
    }

    private void TrimSpaces()
    {
        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }
    }

    private void EndLine()
    {
        TrimSpaces();
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

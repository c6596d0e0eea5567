using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WeChatBridge.Texts;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace WeChatBridge.Articles.Body;

/// <summary>
/// Writes what stands in a paragraph: text as it is formatted, links, pictures. What Word shows to the author only (deletions not accepted
/// yet, hidden text, comments) stays behind, and the writer is told.
/// </summary>
internal sealed class WordRuns(MainDocumentPart document, BodyLosses losses)
{
    private readonly WordPictures _pictures = new(document, losses);
    private readonly List<TextBoxContent> _boxes = [];

    public string Write(OpenXmlElement paragraph)
    {
        var html = new StringBuilder();
        AddAll(paragraph, html);
        return html.ToString();
    }

    /// <summary>The text boxes met since it was last asked.</summary>
    public IReadOnlyList<TextBoxContent> TakeTextBoxes()
    {
        TextBoxContent[] taken = [.. _boxes];
        _boxes.Clear();
        return taken;
    }

    private void AddAll(OpenXmlElement parent, StringBuilder html)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Run run:
                    AddRun(run, html);
                    break;
                case Hyperlink link:
                    AddLink(link, html);
                    break;
                case DeletedRun or MoveFromRun:
                    losses.Add(ArticleTexts.LostDeletions);
                    break;
                case CommentRangeStart:
                    losses.Add(ArticleTexts.LostComments);
                    break;
                case InsertedRun or MoveToRun or SdtRun or SdtContentRun or SimpleField or CustomXmlRun or { LocalName: "smartTag" }:
                    AddAll(element, html);
                    break;
                case { LocalName: "oMath" or "oMathPara" }:
                    losses.Add(ArticleTexts.LostDrawing);
                    break;
            }
        }
    }

    private void AddLink(Hyperlink link, StringBuilder html)
    {
        var target = link.Id?.Value is { } id
            ? document.HyperlinkRelationships.FirstOrDefault(relationship => relationship.Id == id)?.Uri.ToString()
            : null;
        var content = Write(link);
        html.Append(WebAddress.Of(target) is { } address ? $"<a href=\"{WebUtility.HtmlEncode(address)}\">{content}</a>" : content);
    }

    private void AddRun(Run run, StringBuilder html)
    {
        if (IsOn(run.RunProperties?.Vanish))
        {
            losses.Add(ArticleTexts.LostHidden);
            return;
        }

        var content = new StringBuilder();
        AddContent(run, content);
        if (content.Length > 0)
        {
            html.Append(Format(content.ToString(), run.RunProperties));
        }
    }

    private void AddContent(OpenXmlElement run, StringBuilder content)
    {
        foreach (var element in run.ChildElements)
        {
            switch (element)
            {
                case WordRun text:
                    content.Append(WebUtility.HtmlEncode(text.Text));
                    break;
                case TabChar or PositionalTab:
                    content.Append(' ');
                    break;
                case Break { Type: null or { Value: BreakValues.TextWrapping } } or CarriageReturn:
                    content.Append("<br>");
                    break;
                case NoBreakHyphen:
                    content.Append('-');
                    break;
                case FootnoteReference or EndnoteReference:
                    losses.Add(ArticleTexts.LostNotes);
                    break;
                case Drawing or Picture or EmbeddedObject:
                    AddDrawing(element, content);
                    break;
                case AlternateContent alternatives:
                    AddContent((OpenXmlElement?)alternatives.GetFirstChild<AlternateContentChoice>() ?? alternatives, content);
                    break;
            }
        }
    }

    private void AddDrawing(OpenXmlElement drawing, StringBuilder content)
    {
        var boxes = drawing.Descendants<TextBoxContent>().ToList();
        _boxes.AddRange(boxes);
        var picture = _pictures.Write(drawing);
        content.Append(picture);
        if (picture.Length == 0 && boxes.Count == 0)
        {
            losses.Add(ArticleTexts.LostDrawing);
        }
    }

    private static string Format(string content, RunProperties? properties)
    {
        if (properties is null)
        {
            return content;
        }

        var style = string.Join(';', StylesOf(properties));
        var html = style.Length > 0 ? $"<span style=\"{style}\">{content}</span>" : content;
        html = IsOn(properties.Italic) ? $"<em>{html}</em>" : html;
        html = IsOn(properties.Bold) ? $"<strong>{html}</strong>" : html;
        return properties.VerticalTextAlignment?.Val?.Value switch
        {
            VerticalPositionValues.Superscript => $"<sup>{html}</sup>",
            VerticalPositionValues.Subscript => $"<sub>{html}</sub>",
            _ => html,
        };
    }

    private static IEnumerable<string> StylesOf(RunProperties properties)
    {
        var lines = new[]
        {
            properties.Underline?.Val?.Value is not (null or UnderlineValues.None) ? "underline" : "",
            IsOn(properties.Strike) || IsOn(properties.DoubleStrike) ? "line-through" : "",
        }.Where(line => line.Length > 0).ToList();
        if (lines.Count > 0)
        {
            yield return $"text-decoration:{string.Join(' ', lines)}";
        }

        if (properties.Color?.Val?.Value is { Length: 6 } colour)
        {
            yield return $"color:#{colour.ToLowerInvariant()}";
        }

        if (properties.Highlight?.Val?.Value is { } highlight && highlight != HighlightColorValues.None)
        {
            yield return $"background-color:{highlight.ToString().ToLowerInvariant()}";
        }
    }

    private static bool IsOn(OnOffType? property) => property is not null && (property.Val is null || property.Val.Value);
}

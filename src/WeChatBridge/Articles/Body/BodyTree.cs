using AngleSharp.Dom;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Body;

/// <summary>Copies a page's tree into a new one, element by element from the list of the allowed; whatever is not copied is gone.</summary>
internal sealed class BodyTree(IDocument clean, BodyPictures pictures, BodyLosses losses)
{
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";

    public void Copy(INode source, INode target)
    {
        foreach (var child in source.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    target.AppendChild(clean.CreateTextNode(WhiteSpace.Collapse(text)));
                    break;
                case IElement element:
                    CopyElement(element, target);
                    break;
            }
        }
    }

    private void CopyElement(IElement element, INode target)
    {
        if (BodyElements.IsGone(element.LocalName) || element.NamespaceUri != HtmlNamespace)
        {
            losses.AddElement(element.NamespaceUri == HtmlNamespace ? element.LocalName : "svg");
        }
        else if (element.HasAttribute("hidden") || BodyStyle.Hides(element.GetAttribute("style")))
        {
            if (element.TextContent.Trim().Length > 0)
            {
                losses.Add(ArticleTexts.LostHidden);
            }
        }
        else if (CopyOf(element) is { } copy)
        {
            target.AppendChild(copy);
            Copy(element, copy);
        }
        else if (element.LocalName != "img")
        {
            Copy(element, target);
        }
    }

    private IElement? CopyOf(IElement element)
    {
        var style = ElementStyle.Of(element);
        if (element.LocalName == "img")
        {
            return pictures.Copy(element, style, clean);
        }

        var name = NameFor(element, style);
        var href = name == "a" ? WebAddress.Of(element.GetAttribute("href")) : null;
        if (name is null || (name == "a" && href is null))
        {
            return null;
        }

        var copy = clean.CreateElement(name);
        if (href is not null)
        {
            copy.SetAttribute("href", href);
        }

        CopyNumbers(element, copy);
        ElementStyle.Write(copy, style);
        return copy;
    }

    // Some programs wrap everything in a <b> that says it is not bold.
    private static string? NameFor(IElement element, BodyStyle style) =>
        BodyElements.NameFor(element.LocalName) is "strong" && style.Get("font-weight") is "normal" or "400"
            ? "span"
            : BodyElements.NameFor(element.LocalName);

    private static void CopyNumbers(IElement element, IElement copy)
    {
        foreach (var attribute in (string[])(copy.LocalName switch { "td" or "th" => ["colspan", "rowspan"], "ol" => ["start"], _ => [] }))
        {
            if (int.TryParse(element.GetAttribute(attribute), out var number) && number is > 1 and <= 100)
            {
                copy.SetAttribute(attribute, $"{number}");
            }
        }
    }
}

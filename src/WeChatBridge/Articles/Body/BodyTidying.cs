using AngleSharp.Dom;

namespace WeChatBridge.Articles.Body;

/// <summary>Takes what says nothing out of a copied tree: empty and doubled wrappers, blank paragraphs, spaces at line ends.</summary>
internal static class BodyTidying
{
    public static void Tidy(IElement body)
    {
        TidyChildren(body);
        WrapLooseText(body);
    }

    private static void TidyChildren(INode parent)
    {
        foreach (var child in parent.ChildNodes.ToList())
        {
            if (child is IText text)
            {
                TidyText(text);
            }
            else if (child is IElement element)
            {
                TidyChildren(element);
                TidyElement(element);
            }
        }

        JoinNeighbours(parent);
    }

    private static void TidyText(IText text)
    {
        WhiteSpace.TrimLineEnds(text);
        var means = text.Data.Length > 0 && !(text.Parent is IElement parent && BodyElements.IsTablePart(parent.LocalName));
        if (!means || (WhiteSpace.IsBlank(text.Data) && IsBetweenBlocks(text)))
        {
            text.Parent!.RemoveChild(text);
        }
    }

    private static void TidyElement(IElement element)
    {
        if (IsEmpty(element))
        {
            element.Remove();
        }
        else if (element.LocalName == "span")
        {
            TidySpan(element);
        }
        else if (element.LocalName == "section" && element.Attributes.Length == 0)
        {
            TidySection(element);
        }
    }

    private static bool IsEmpty(IElement element) => element.LocalName switch
    {
        "br" or "hr" or "img" or "td" or "th" => false,
        "table" or "thead" or "tbody" or "tfoot" or "tr" => element.ChildNodes.Length == 0,
        "span" or "strong" or "em" or "a" or "code" or "sub" or "sup" => element.ChildNodes.Length == 0,
        _ => WhiteSpace.IsInvisible(element.TextContent)
            && !element.Descendants<IElement>().Any(inner => inner.LocalName is "img" or "hr" or "table"),
    };

    private static void TidySpan(IElement span)
    {
        if (span.ChildNodes is [IElement { LocalName: "span" } inner] && BodyStyle.Parse(span.GetAttribute("style")) is var style
            && style.TryJoin(BodyStyle.Parse(inner.GetAttribute("style"))))
        {
            span.SetAttribute("style", style.ToString());
            Unwrap(inner);
        }

        if (span.Attributes.Length == 0)
        {
            Unwrap(span);
        }
    }

    // A bare section is a paragraph, or a wrapper around blocks.
    private static void TidySection(IElement section)
    {
        if (section.ChildNodes.Any(IsBlock))
        {
            WrapLooseText(section);
            Unwrap(section);
        }
        else if (section.ParentElement?.LocalName is "body" or "section" or "blockquote")
        {
            var paragraph = section.Owner!.CreateElement("p");
            section.Parent!.InsertBefore(paragraph, section);
            Move(section, paragraph);
            section.Remove();
        }
    }

    private static void WrapLooseText(IElement parent)
    {
        IElement? paragraph = null;
        foreach (var child in parent.ChildNodes.ToList())
        {
            if (IsBlock(child))
            {
                paragraph = null;
            }
            else if (paragraph is not null || child is not IText text || !WhiteSpace.IsBlank(text.Data))
            {
                paragraph ??= (IElement)parent.InsertBefore(parent.Owner!.CreateElement("p"), child);
                paragraph.AppendChild(child);
            }
        }
    }

    private static void JoinNeighbours(INode parent)
    {
        for (var child = parent.FirstChild; child is not null;)
        {
            if (child is IElement element && child.NextSibling is IElement next && IsSameInline(element, next))
            {
                Move(next, element);
                next.Remove();
            }
            else if (child is IText text && child.NextSibling is IText following)
            {
                text.Data += following.Data;
                following.Parent!.RemoveChild(following);
            }
            else
            {
                child = child.NextSibling;
            }
        }
    }

    private static bool IsSameInline(IElement one, IElement other) =>
        one.LocalName is "span" or "strong" or "em" && one.LocalName == other.LocalName
        && one.GetAttribute("style") == other.GetAttribute("style");

    private static bool IsBetweenBlocks(INode node) =>
        (node.PreviousSibling is null || IsBlock(node.PreviousSibling)) && (node.NextSibling is null || IsBlock(node.NextSibling));

    private static bool IsBlock(INode node) => node is IElement element && BodyElements.IsBlock(element.LocalName);

    private static void Unwrap(IElement element)
    {
        while (element.FirstChild is { } child)
        {
            element.Parent!.InsertBefore(child, element);
        }

        element.Remove();
    }

    private static void Move(IElement from, IElement to)
    {
        while (from.FirstChild is { } child)
        {
            to.AppendChild(child);
        }
    }
}

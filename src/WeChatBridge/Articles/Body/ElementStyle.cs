using AngleSharp.Dom;

namespace WeChatBridge.Articles.Body;

/// <summary>What an element looks like, wherever the page said so: in its style, its name, or the attributes of older pages.</summary>
internal static class ElementStyle
{
    public static BodyStyle Of(IElement element)
    {
        var style = new BodyStyle();
        SetByName(element.LocalName, style);
        SetByAttributes(element, style);
        var own = BodyStyle.Parse(element.GetAttribute("style"));
        own.Complete(style);
        return own;
    }

    public static void Write(IElement copy, BodyStyle style)
    {
        if (!style.IsEmpty && copy.LocalName is not ("br" or "hr"))
        {
            copy.SetAttribute("style", style.ToString());
        }
    }

    private static void SetByName(string name, BodyStyle style)
    {
        switch (name)
        {
            case "u" or "ins":
                style.Set("text-decoration", "underline");
                break;
            case "s" or "strike" or "del":
                style.Set("text-decoration", "line-through");
                break;
            case "mark":
                style.Set("background-color", "#ff0");
                break;
            case "center":
                style.Set("text-align", "center");
                break;
        }
    }

    private static void SetByAttributes(IElement element, BodyStyle style)
    {
        if (element.LocalName == "font")
        {
            style.Set("color", Value(element, "color"));
        }
        else if (element.LocalName is "td" or "th" or "tr" or "table")
        {
            style.Set("background-color", Value(element, "bgcolor"));
            style.Set("vertical-align", Value(element, "valign"));
        }

        if (element.LocalName is "td" or "th" or "img" or "table" && Value(element, "width") is var width)
        {
            style.Set("width", width.EndsWith('%') ? width : width + "px");
        }

        if (element.LocalName is not "img" and not "table")
        {
            style.Set("text-align", Value(element, "align"));
        }
    }

    private static string Value(IElement element, string attribute) => (element.GetAttribute(attribute) ?? "").Trim().ToLowerInvariant();
}

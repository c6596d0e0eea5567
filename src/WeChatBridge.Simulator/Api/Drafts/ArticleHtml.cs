using System.Net;
using System.Text.RegularExpressions;
using WeChatBridge.Simulator.Api.Media;

namespace WeChatBridge.Simulator.Api.Drafts;

/// <summary>
/// What the platform does to an article's body. There is no official list; this is what editors report (doocs/md issues 119, 796, 907,
/// 1125): scripts, style sheets, frames and forms go, ids, classes and handlers go, div becomes section, pictures from elsewhere go,
/// position and external backgrounds go out of inline styles.
/// </summary>
internal static partial class ArticleHtml
{
    private static readonly string[] GoneElements = ["form", "input", "label", "fieldset", "link", "meta", "base", "html", "head", "body"];

    /// <summary>The body as readers and draft/get will see it.</summary>
    public static string Filter(string html) => Tag().Replace(GoneWithContent().Replace(html, ""), FilterTag);

    /// <summary>The words of the body, without markup.</summary>
    public static string Text(string html) => WebUtility.HtmlDecode(Tag().Replace(GoneWithContent().Replace(html, ""), "")).Trim();

    /// <summary>Whether anything is left to read or see, and no link runs a script.</summary>
    public static bool HasSubstance(string html)
    {
        var filtered = Filter(html);
        var shows = Text(filtered).Length > 0 || filtered.Contains("<img", StringComparison.OrdinalIgnoreCase);
        return shows && !ScriptLink().IsMatch(filtered);
    }

    private static string FilterTag(Match tag)
    {
        var name = tag.Groups["name"].Value.ToLowerInvariant();
        if (GoneElements.Contains(name) || (name == "img" && !IsPlatformImage(tag.Groups["attributes"].Value)))
        {
            return "";
        }

        name = name == "div" ? "section" : tag.Groups["name"].Value;
        var attributes = Attribute().Replace(tag.Groups["attributes"].Value, FilterAttribute);
        return $"<{tag.Groups["slash"].Value}{name}{attributes}>";
    }

    private static bool IsPlatformImage(string attributes) =>
        Attribute().Matches(attributes).Any(attribute => Is(attribute, "src") && MediaLibrary.IsPlatformImage(Value(attribute)));

    private static string FilterAttribute(Match attribute)
    {
        var isHandler = attribute.Groups["name"].Value.StartsWith("on", StringComparison.OrdinalIgnoreCase);
        return isHandler || Is(attribute, "id") || Is(attribute, "class") ? ""
            : Is(attribute, "style") ? $" style=\"{FilterStyle(Value(attribute))}\""
            : attribute.Value;
    }

    private static string FilterStyle(string style)
    {
        var kept = Declaration().Matches(style).Select(match => match.Value).Where(IsKept);
        return string.Join(';', kept).Replace("\"", "&quot;", StringComparison.Ordinal);
    }

    private static bool IsKept(string declaration)
    {
        var name = declaration.Split(':')[0].Trim().ToLowerInvariant();
        var url = StyleUrl().Match(declaration);
        return name is not ("" or "position") && (!url.Success || MediaLibrary.IsPlatformImage(url.Groups["url"].Value));
    }

    private static bool Is(Match attribute, string name) => attribute.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Value(Match attribute) => WebUtility.HtmlDecode(attribute.Groups["value"].Value.Trim('"', '\''));

    [GeneratedRegex(
        @"<!--.*?-->|<(?<gone>script|style|iframe|object|embed|select|textarea|button|title)\b[^>]*>(?:.*?</\k<gone>\s*>)?",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex GoneWithContent();

    [GeneratedRegex("""<(?<slash>/?)(?<name>[a-zA-Z][\w:-]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^"'>])*)>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""\s+(?<name>[^\s=/>"']+)(?:\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s>]+))?""")]
    private static partial Regex Attribute();

    // Semicolons inside url(...) belong to the address.
    [GeneratedRegex(@"(?:url\([^)]*\)|[^;])+")]
    private static partial Regex Declaration();

    [GeneratedRegex("""url\(\s*["']?(?<url>[^"')]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex StyleUrl();

    [GeneratedRegex("""\shref\s*=\s*["']?\s*javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptLink();
}

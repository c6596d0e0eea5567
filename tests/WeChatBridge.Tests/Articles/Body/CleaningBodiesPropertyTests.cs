using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Articles.Body;

namespace WeChatBridge.Tests.Articles.Body;

public sealed class CleaningBodiesPropertyTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div style='color:red'>", "</div>", "<b>", "</b>", "<i>", "</i>", "<a href='https://example.org/'>", "</a>",
        "<a href='javascript:x'>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<li>", "</ul>",
        "<span style='font-size:1px;color:#123'>", "</span>", "<h1>", "<script>", "</script>", "<style>", "</style>", "<svg>", "</svg>",
        "<math>", "<mtext>", "<template>", "</template>", "<select>", "<option>", "<textarea>", "</textarea>", "<noscript>",
        "</noscript>", "<iframe>", "</iframe>", "<form id=f>", "</form>", "<button>", "<img src=x onerror=y>",
        "<img src='https://example.org/a.png' width=5>", "<!--", "-->", "<![if x]>", "<![endif]>", "<o:p>", "</o:p>", "<font color=red>",
        "</font>", "<pre>\n", "</pre>", "<center>", "<marquee>", "</marquee>", "<xmp>", "</xmp>", "<plaintext>", "<br>", "<hr>",
        "<body onload=x style='display:none'>", "<frameset>", "<dl>", "<dt>", "<dd>", "<caption>", "<col>", "<nobr>", "<ruby>", "<rt>",
        "<details>", "<summary>", "&nbsp;", "&lt;", "\"", "'", ">", "<", "&", "\n", "  ", "\0", "文", "字", "a", "😀",
        "<p style=\"background:url('x')", "\">", "<td width=10 style='mso-hide:all'>", "<del datetime=1>", "</del>",
    ];

    private static readonly HashSet<string> Attributes = ["style", "href", "src", "alt", "colspan", "rowspan", "start"];

    private static readonly string[] Wrappers =
    [
        "p", "div", "section", "b", "i", "u", "span", "center", "font", "h2", "blockquote", "li", "o:p", "article", "td-row", "a", "code",
        "pre", "unknown",
    ];

    private static readonly Gen<string> Rubbish = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));

    private static readonly Gen<string> Wellformed = Gen.Sized(size => Document(Math.Min(size, 6)));

    [Fact]
    public void Cleaning_again_changes_nothing() => Check(Rubbish, source =>
    {
        var once = BodyCleaning.Clean(source).Html;
        return BodyCleaning.Clean(once).Html == once;
    });

    [Fact]
    public void Nothing_that_is_not_allowed_survives_whatever_the_nesting() => Check(Rubbish, source =>
    {
        var body = new HtmlParser().ParseDocument(BodyCleaning.Clean(source).Html);
        return body.Head!.ChildNodes.Length == 0 && body.Body!.Descendants().All(IsAllowed);
    });

    [Fact]
    public void Every_word_stays_in_its_order() => Check(Wellformed, source =>
        Words(BodyCleaning.Clean(source).Text()) == Words(new HtmlParser().ParseDocument(source).Body!.TextContent));

    private static Gen<string> Document(int depth) =>
        from parts in (depth == 0 ? Word : Gen.OneOf(Word, Element(depth - 1))).ListOf(3)
        select string.Concat(parts);

    private static readonly Gen<string> Word = Gen.Elements("文字", "草原 ", "word ", "&lt;p&gt;", "&amp;amp;", "甲\n乙", "　", "😀", "1 &lt; 2");

    private static Gen<string> Element(int depth) =>
        from name in Gen.Elements(Wrappers)
        from style in Gen.Elements("", " style='color:red'", " style='font-weight:normal;margin:-9px'", " class=MsoNormal align=center")
        from content in Document(depth)
        select name switch
        {
            "td-row" => $"<table><tr><td{style}>{content}</td><td>尾</td></tr></table>",
            "a" => $"<a href='https://example.org/'>链</a>{content}",
            _ => $"<{name}{style}>{content}</{name}>",
        };

    private static bool IsAllowed(INode node) => node switch
    {
        IText => true,
        IElement element => BodyElements.Allowed.Contains(element.LocalName)
            && element.Attributes.All(attribute => Attributes.Contains(attribute.Name))
            && (element.GetAttribute("style") is not { } style || BodyStyle.Parse(style).ToString() == style)
            && (element.GetAttribute("href") is not { } href || href.StartsWith("http", StringComparison.Ordinal))
            && (element.GetAttribute("src") is not { } src || WebAddress.Of(src) == src || BodyImage.HashIn(src) is not null),
        _ => false,
    };

    private static string Words(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static void Check(Gen<string> sources, Func<string, bool> property) =>
        Prop.ForAll(sources.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}

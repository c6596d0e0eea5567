using System.Collections.Frozen;

namespace WeChatBridge.Articles.Body;

/// <summary>
/// Which elements a body may hold. What is in no list here is taken off and its content stays; the platform publishes no list, so this is
/// what editors report to survive (doocs/md issues 119, 796, 907, 1125).
/// </summary>
internal static class BodyElements
{
    public const int DeepestNesting = 200;

    private static readonly FrozenDictionary<string, string> Kept = Names(
        "section p span strong em sub sup br hr blockquote ul ol li h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr td th img a code "
        + "pre b=strong i=em cite=em dfn=em var=em u=span ins=span s=span strike=span del=span mark=span font=span "
        + "tt=code kbd=code samp=code listing=pre div=section article=section main=section header=section footer=section aside=section "
        + "nav=section address=section figure=section figcaption=section center=section dl=section dt=section dd=section details=section "
        + "summary=section fieldset=section legend=section form=section");

    private static readonly FrozenSet<string> Gone = Set(
        "script style noscript template head title iframe frame frameset noframes noembed object embed applet param select option optgroup "
        + "datalist textarea button input keygen svg math audio video source track canvas map area link meta base col colgroup "
        + "dialog slot");

    private static readonly FrozenSet<string> Blocks = Set(
        "section p hr blockquote ul ol li h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr td th pre");

    private static readonly FrozenSet<string> TableParts = Set("table thead tbody tfoot tr");

    /// <summary>Every element that may stand in clean HTML.</summary>
    public static IReadOnlySet<string> Allowed { get; } = Kept.Values.ToFrozenSet();

    /// <summary>The element that takes its place; null where only its content stays.</summary>
    public static string? NameFor(string element) => Kept.GetValueOrDefault(element);

    /// <summary>Whether it goes with all that is in it.</summary>
    public static bool IsGone(string element) => Gone.Contains(element);

    public static bool IsBlock(string element) => Blocks.Contains(element);

    /// <summary>Whether white space in it means nothing.</summary>
    public static bool IsTablePart(string element) => TableParts.Contains(element);

    private static FrozenDictionary<string, string> Names(string list) =>
        list.Split(' ').Select(entry => entry.Split('=')).ToFrozenDictionary(entry => entry[0], entry => entry[^1]);

    private static FrozenSet<string> Set(string list) => list.Split(' ').ToFrozenSet();
}

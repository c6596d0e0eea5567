using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WeChatBridge.Articles.Body;

/// <summary>
/// Which style declarations a body may keep. Nothing that moves text off its place, hides it from a reviewer or loads something: no
/// position, no url(), no negative margins, no unreadable sizes, no transparent colours. Fonts are the reader's own.
/// </summary>
internal static partial class StyleRules
{
    private static readonly FrozenDictionary<string, Func<string, bool>> Rules = new Dictionary<string, Func<string, bool>>
    {
        ["color"] = IsColour,
        ["background-color"] = IsColour,
        ["font-size"] = IsReadableSize,
        ["font-weight"] = OneOf("bold bolder normal lighter 100 200 300 400 500 600 700 800 900"),
        ["font-style"] = OneOf("italic oblique normal"),
        ["text-decoration"] = AllOf("underline line-through overline none"),
        ["text-align"] = OneOf("left right center justify start end"),
        ["text-indent"] = value => IsLength(value, -64),
        ["line-height"] = value => value == "normal" || IsLength(value, 8) || (Number(value) is >= 0.8 and < 10),
        ["letter-spacing"] = value => IsLength(value, 0),
        ["vertical-align"] = OneOf("baseline top middle bottom sub super text-top text-bottom"),
        ["white-space"] = OneOf("nowrap pre-wrap pre-line pre normal"),
        ["word-break"] = OneOf("break-all break-word keep-all normal"),
        ["list-style-type"] = OneOf("none disc circle square decimal lower-alpha upper-alpha lower-roman upper-roman cjk-ideographic"),
        ["width"] = IsExtent,
        ["min-width"] = IsExtent,
        ["max-width"] = IsExtent,
        ["display"] = OneOf("block inline inline-block"),
        ["border-collapse"] = OneOf("collapse separate"),
        ["border-radius"] = IsLengths,
        ["box-sizing"] = OneOf("border-box content-box"),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> LineStyles =
        "none hidden solid dashed dotted double groove ridge inset outset".Split(' ').ToFrozenSet();

    // Inherited or the platform's own look: to say it again costs characters of the limit.
    private static readonly FrozenSet<string> Defaults = new[]
    {
        "color:#000", "color:#000000", "color:black", "color:rgb(0, 0, 0)", "color:rgb(0,0,0)", "text-align:justify", "text-align:start",
        "font-style:normal", "text-decoration:none", "white-space:normal", "word-break:normal", "line-height:normal",
        "vertical-align:baseline",
    }.ToFrozenSet();

    /// <summary>Whether a declaration may stay; name and value in lower case, without !important.</summary>
    public static bool Allows(string name, string value) =>
        value.Length is > 0 and <= 100 && !Defaults.Contains($"{name}:{value}")
        && (Rules.TryGetValue(name, out var rule) ? rule(value)
            : BoxSide().IsMatch(name) ? IsLengths(value)
            : Border().IsMatch(name) && value.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(IsBorderPart));

    public static bool IsColour(string value) =>
        HexColour().IsMatch(value) || OpaqueFunction().IsMatch(value) || (ColourName().IsMatch(value) && BodyColour.Parse(value) is not null);

    private static bool IsReadableSize(string value) => value.EndsWith('%') ? Number(value[..^1]) is >= 60 and <= 400 : IsLength(value, 9);

    private static bool IsExtent(string value) => value is "auto" or "100%" || IsLength(value, 0);

    private static bool IsLengths(string value) =>
        value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 1 and <= 4 } parts
        && parts.All(part => part == "auto" || IsLength(part, 0));

    private static bool IsBorderPart(string part) =>
        LineStyles.Contains(part) || IsLength(part, 0) || IsColour(part) || part is "currentcolor" or "medium" or "thin" or "thick";

    /// <summary>Whether it is a length of at least so many pixels, and of a size a page can have.</summary>
    private static bool IsLength(string value, double least)
    {
        if (value == "0")
        {
            return least <= 0;
        }

        var match = Length().Match(value);
        return match.Success && Number(match.Groups["number"].Value) is { } number
            && number * PixelsPer(match.Groups["unit"].Value) is var pixels && pixels >= least && pixels <= 2000;
    }

    private static double PixelsPer(string unit) => unit switch
    {
        "px" => 1,
        "pt" => 4 / 3.0,
        "cm" => 38,
        "mm" => 3.8,
        "in" => 96,
        "em" or "rem" or "vw" => 16,
        _ => 10, // a hundredth of a wide page
    };

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static Func<string, bool> OneOf(string values) => values.Split(' ').ToFrozenSet().Contains;

    private static Func<string, bool> AllOf(string values)
    {
        var known = values.Split(' ').ToFrozenSet();
        return value => value.Split(' ').All(known.Contains);
    }

    [GeneratedRegex("^(margin|padding)(-(top|right|bottom|left))?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BoxSide();

    [GeneratedRegex(
        "^border(-(top|right|bottom|left))?(-(color|style|width))?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Border();

    [GeneratedRegex("^#([0-9a-f]{3}|[0-9a-f]{6})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HexColour();

    // A fourth number is an opacity, and text may be as good as invisible by it: half at least.
    [GeneratedRegex(
        @"^(rgb|hsl)a?\( ?(\d{1,3}(\.\d+)?%? ?, ?){2}\d{1,3}(\.\d+)?%? ?(, ?(1|1\.0+|0?\.[5-9]\d*) ?)?\)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OpaqueFunction();

    [GeneratedRegex("^[a-z]{3,20}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ColourName();

    [GeneratedRegex(
        @"^(?<number>[-+]?(\d{1,5}(\.\d{0,6})?|\.\d{1,6}))(?<unit>px|em|rem|pt|cm|mm|in|vw|%)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Length();
}

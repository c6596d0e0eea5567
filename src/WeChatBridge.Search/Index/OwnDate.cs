using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>Where a text states when its own document was made, or when it takes effect.</summary>
/// <param name="Fit">1 for the date asked for, less for the other one, 0 where it states none.</param>
/// <param name="Start">Where the statement begins.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct OwnDate(double Fit, int Start)
{
    // A document that says only when it was passed still says more of its beginning than one of its rules does.
    private const double OfTheOther = 0.5;

    /// <summary>Looks in a folded text.</summary>
    public static OwnDate Find(OwnDateKind wanted, ReadOnlySpan<char> folded)
    {
        if (wanted == OwnDateKind.None)
        {
            return default;
        }

        int effect = First(TakesEffect(), folded), made = First(Made(), folded);
        made = made < 0 ? First(Signed(), folded) : made;
        var (asked, other) = wanted == OwnDateKind.Effect ? (effect, made) : (made, effect);
        return asked >= 0 ? new(1, asked) : other >= 0 ? new(OfTheOther, other) : default;
    }

    private static int First(Regex pattern, ReadOnlySpan<char> folded)
    {
        foreach (var match in pattern.EnumerateMatches(folded))
        {
            return match.Index;
        }

        return -1;
    }

    [GeneratedRegex(@"[^。;\n]{0,20}[自从于](?:\d{4}年|(?:发布|公布|印发)之日)[^。;\n]{0,12}(?:施行|实施|实行|执行|生效)")]
    private static partial Regex TakesEffect();

    [GeneratedRegex(@"\d{4}年\d{1,2}月(?:\d{1,2}日)?[^。;\n]{0,50}(?:通过|公布|印发|发布|修订|修正|制定)")]
    private static partial Regex Made();

    [GeneratedRegex(@"(?<=^|\n)\s*\d{4}年\d{1,2}月(?:\d{1,2}日)?\s*$")]
    private static partial Regex Signed();
}

using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Text;

/// <summary>A section's number as a question or a heading writes it.</summary>
/// <param name="Value">What it counts to.</param>
/// <param name="Unit">章, 条 and the like; '\0' where the number has none.</param>
/// <param name="Index">Where it stands.</param>
/// <param name="Length">How many characters it takes.</param>
internal sealed partial record SectionNumber(int Value, char Unit, int Index, int Length)
{
    private static readonly char[] Units = ['章', '条', '节', '部'];

    /// <summary>The number a folded question names a section by, or null.</summary>
    public static SectionNumber? Find(string folded)
    {
        var match = Named().Match(folded);
        if (!match.Success || ChineseNumeral.Parse(match.Groups["n"].ValueSpan) is not { } value)
        {
            return null;
        }

        var unit = match.Groups["unit"];
        return new SectionNumber(value, unit.Success ? unit.ValueSpan[0] : '\0', match.Index, match.Length);
    }

    /// <summary>True where a section's number as written is this number; a unit named must be the section's own.</summary>
    public bool Names(string written)
    {
        var folded = CharacterFolding.Fold(written).Trim('(', ')', '、', '.', ' ', ':');
        var unit = folded.IndexOfAny(Units);
        if (Unit != '\0' && (unit < 0 || folded[unit] != Unit))
        {
            return false;
        }

        var numeral = (unit < 0 ? folded : folded[..unit]).Trim('第', ' ');
        return ChineseNumeral.Parse(numeral) == Value;
    }

    [GeneratedRegex(
        @"第(?<n>[一二三四五六七八九十百]{1,5}|\d{1,3})(?<unit>部分|[章节条])|^\(?(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?:[)、]|\.(?!\d))\s*(?=\p{Lo})",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}

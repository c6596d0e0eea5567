using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Index;

/// <summary>Tells which of several ranges of ages somebody falls in: who is 93 belongs to 90至99周岁.</summary>
internal static partial class AgeRange
{
    /// <summary>1 where a folded text names a range with the age, -1 where it names ranges and none holds it, 0 where it names none.</summary>
    public static int Fit(int age, ReadOnlySpan<char> folded)
    {
        var named = 0;
        foreach (var match in Range().EnumerateMatches(folded))
        {
            var parts = folded.Slice(match.Index, match.Length);
            var digits = 0;
            while (char.IsAsciiDigit(parts[digits]))
            {
                digits++;
            }

            var lowest = int.Parse(parts[..digits], null);
            var rest = parts[digits..];
            var at = rest.IndexOfAnyInRange('0', '9');
            var highest = at < 0 ? int.MaxValue : int.Parse(rest[at..rest.LastIndexOf('周')].TrimEnd('岁'), null);
            if (lowest <= age && age <= highest)
            {
                return 1;
            }

            named = -1;
        }

        return named;
    }

    [GeneratedRegex(@"(?<!\d)\d{1,3}(?:周岁)?(?:至|到|-|—|~)\d{1,3}周岁|(?<!\d)\d{1,3}周岁(?:及)?以上")]
    private static partial Regex Range();
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Text;

/// <summary>The kinds of number that tell who a person is.</summary>
[Flags]
public enum PersonalDataKinds
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>A resident identity card's number (居民身份证号): 18 characters with a true check character, or the old 15 digits.</summary>
    IdentityCard = 1,

    /// <summary>A bank card's number (银行卡号): 16 to 19 digits that pass the Luhn check.</summary>
    BankCard = 2,

    /// <summary>A mobile phone's number (手机号): 11 digits from 13 to 19. Landlines are an office's, and are never found.</summary>
    MobilePhone = 4,

    /// <summary>What a message to the office must not carry; a phone number is wanted there.</summary>
    InMessages = IdentityCard | BankCard,

    /// <summary>What a stored question must not carry.</summary>
    InQuestions = InMessages | MobilePhone,
}

/// <summary>One number found in a text.</summary>
/// <param name="Kind">Exactly one kind.</param>
/// <param name="Start">Where it begins in the text as it was given, in UTF-16 units.</param>
/// <param name="Length">How long it is there, separators inside it included.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PersonalDataFinding(PersonalDataKinds Kind, int Start, int Length);

/// <summary>Finds and masks the numbers that tell who a person is, however they are typed: full width, in groups, with dashes.</summary>
/// <remarks>
/// GB 11643-1999 gives the identity card's check character (ISO 7064 MOD 11-2). A number must stand alone: digits that go on before or
/// after it make it part of another number. One digit mistyped in an 18-digit card's number is not found by the check, by design:
/// without it
/// every long number of a document would be one. About a tenth of all numbers of 16 to 19 digits beginning with 3 to 6 pass Luhn.
/// </remarks>
public static partial class PersonalData
{
    private const string CheckCharacters = "10x98765432";

    private static readonly int[] CheckWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private static readonly (PersonalDataKinds Kind, int Length, Func<ReadOnlySpan<char>, bool> IsOne)[] Shapes =
    [
        (PersonalDataKinds.IdentityCard, 18, IsIdentityCard),
        (PersonalDataKinds.BankCard, 19, IsBankCard),
        (PersonalDataKinds.BankCard, 18, IsBankCard),
        (PersonalDataKinds.BankCard, 17, IsBankCard),
        (PersonalDataKinds.BankCard, 16, IsBankCard),
        (PersonalDataKinds.IdentityCard, 15, IsOldIdentityCard),
        (PersonalDataKinds.MobilePhone, 11, IsMobilePhone),
    ];

    /// <summary>The numbers of the kinds in the text, in order, none overlapping.</summary>
    public static IReadOnlyList<PersonalDataFinding> Find(string text, PersonalDataKinds kinds)
    {
        var found = new List<PersonalDataFinding>();
        var folded = CharacterFolding.Fold(text);
        foreach (var run in Runs().EnumerateMatches(folded))
        {
            AddFrom(folded, run, found);
        }

        return [.. found.Where(finding => kinds.HasFlag(finding.Kind))];
    }

    /// <summary>The text with every digit of those numbers as an asterisk; its length and its separators stay.</summary>
    public static string Mask(string text, PersonalDataKinds kinds)
    {
        var masked = text.ToCharArray();
        foreach (var finding in Find(text, kinds))
        {
            foreach (ref var character in masked.AsSpan(finding.Start, finding.Length))
            {
                character = char.IsLetterOrDigit(character) ? '*' : character;
            }
        }

        return new string(masked);
    }

    private static void AddFrom(string folded, ValueMatch run, List<PersonalDataFinding> found)
    {
        // Where each digit of the run stands, so that separators can be stepped over.
        var places = Enumerable.Range(run.Index, run.Length).Where(place => char.IsAsciiLetterOrDigit(folded[place])).ToArray();
        var digits = string.Concat(places.Select(place => folded[place]));
        for (var first = 0; first < places.Length;)
        {
            var shape = Shapes.FirstOrDefault(shape => BeginsAt(digits, places, first)
                && EndsAt(digits, places, first + shape.Length - 1) && shape.IsOne(digits.AsSpan(first, shape.Length)));
            if (shape.Length > 0)
            {
                var last = places[first + shape.Length - 1];
                found.Add(new PersonalDataFinding(shape.Kind, places[first], last - places[first] + 1));
            }

            first += Math.Max(shape.Length, 1);
        }
    }

    // At the beginning of a group, or after a country's prefix in it.
    private static bool BeginsAt(string digits, int[] places, int first)
    {
        var group = first;
        while (group > 0 && places[group - 1] == places[group] - 1)
        {
            group--;
        }

        return group == first || digits.AsSpan(group, first - group) is "86" or "0086";
    }

    // An x belongs to the number before it only where the check character says so.
    private static bool EndsAt(string digits, int[] places, int last) => last < places.Length
        && (last == places.Length - 1 || places[last + 1] > places[last] + 1 || digits[last + 1] == 'x');

    private static bool IsIdentityCard(ReadOnlySpan<char> digits)
    {
        if (!IsProvince(digits) || !IsDate(digits.Slice(6, 8), "yyyyMMdd"))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < CheckWeights.Length; i++)
        {
            sum += CheckWeights[i] * (digits[i] - '0');
        }

        return CheckCharacters[sum % 11] == digits[17];
    }

    // The old numbers were given to people born in the twentieth century only.
    private static bool IsOldIdentityCard(ReadOnlySpan<char> digits) =>
        digits[14] != 'x' && IsProvince(digits) && IsDate($"19{digits.Slice(6, 6)}", "yyyyMMdd");

    private static bool IsBankCard(ReadOnlySpan<char> digits)
    {
        if (digits[0] is < '3' or > '6' || digits[^1] == 'x')
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return sum % 10 == 0;
    }

    private static bool IsMobilePhone(ReadOnlySpan<char> digits) => digits[0] == '1' && digits[1] >= '3' && digits[10] != 'x';

    private static bool IsProvince(ReadOnlySpan<char> digits) => int.Parse(digits[..2], null) is
        (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65)
        or 71 or 81 or 82 or 83;

    private static bool IsDate(ReadOnlySpan<char> digits, string format) =>
        DateOnly.TryParseExact(digits, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1900 and < 2100;

    // Digits with at most two separators between neighbours; an invisible character folds to \0. Only a card's last place may be an x.
    [GeneratedRegex(@"[0-9](?:[ \0\-‐‑–—－_.·]{0,2}[0-9]){10,}(?:[ \0\-‐‑–—－]{0,2}x(?![a-z]))?")]
    private static partial Regex Runs();
}

using System.Collections.Frozen;

namespace WeChatBridge.Search.Text;

/// <summary>How characters are read, without tones (拼音).</summary>
internal static class Pinyin
{
    /// <summary>The longest syllable: zhuang, shuang, chuang.</summary>
    public const int LongestSyllable = 6;

    private static readonly FrozenDictionary<string, string> Syllables = Load();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> SyllablesBySpan =
        Syllables.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<char, string[]> Readings = ReadBackwards();

    /// <summary>The characters read so; empty for what is no syllable.</summary>
    public static string CharactersOf(ReadOnlySpan<char> syllable) => SyllablesBySpan.TryGetValue(syllable, out var found) ? found : "";

    /// <summary>A character's readings, the usual one first; empty for an unknown character.</summary>
    public static IReadOnlyList<string> ReadingsOf(char character) => Readings.GetValueOrDefault(character) ?? [];

    /// <summary>The characters with a reading that begins with the letter.</summary>
    public static string CharactersBeginningWith(char letter) => Initials.GetValueOrDefault(letter) ?? "";

    /// <summary>True where some reading of the character begins with the letter.</summary>
    public static bool MayBeginWith(char character, char letter) =>
        letter is >= 'a' and <= 'z' && (FirstLetters.GetValueOrDefault(character) & (1u << (letter - 'a'))) != 0;

    /// <summary>The readings a dialect or a careless finger confuses with this one: zhi and zi, lin and ling, nan and lan.</summary>
    public static IEnumerable<string> NeighboursOf(string syllable)
    {
        var initial = syllable switch
        {
            ['z' or 'c' or 's', 'h', ..] => syllable[0] + syllable[2..],
            ['z' or 'c' or 's', ..] => syllable[0] + "h" + syllable[1..],
            ['n', ..] => 'l' + syllable[1..],
            ['l', ..] => 'n' + syllable[1..],
            _ => "",
        };
        var final = syllable switch
        {
            [.., 'a' or 'e' or 'i', 'n'] => syllable + 'g',
            [.., 'a' or 'e' or 'i', 'n', 'g'] => syllable[..^1],
            _ => "",
        };
        return new[] { initial, final }.Where(Syllables.ContainsKey);
    }

    private static readonly FrozenDictionary<char, string> Initials = Syllables.GroupBy(syllable => syllable.Key[0])
        .ToFrozenDictionary(group => group.Key, group => string.Concat(group.SelectMany(syllable => syllable.Value).Distinct()));

    // For each character a bit for every letter its readings begin with.
    private static readonly FrozenDictionary<char, uint> FirstLetters =
        Readings.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Aggregate(0u, (bits, reading) => bits | (1u << (reading[0] - 'a'))));

    private static FrozenDictionary<string, string> Load() =>
        CharacterData.Lines("pinyin").Select(line => line.Split('\t'))
            .ToFrozenDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static FrozenDictionary<char, string[]> ReadBackwards() =>
        Syllables.SelectMany(syllable => syllable.Value.Select(character => (character, syllable: syllable.Key)))
            .GroupBy(reading => reading.character)
            .ToFrozenDictionary(group => group.Key, group => group.Select(reading => reading.syllable).ToArray());
}

using System.Runtime.InteropServices;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>Turns letters into the Chinese they were typed for: full pinyin (lianxidianhua), initials (lxdh), or both mixed.</summary>
/// <remarks>A beam search over characters; only characters that follow each other somewhere in the documents make a word.</remarks>
internal sealed class PinyinDecoder(Lexicon lexicon)
{
    private const int Fewest = 3;
    private const int Most = 40;
    private const int KeysSideBySide = 4;
    private const string KeyRows = "qwertyuiop asdfghjkl zxcvbnm";
    private const int BeamWidth = 60;
    private const double NewWordCost = 1.2;

    // A letter that is part of a full syllable is worth more than one that stands for a whole character.
    private const double InitialGain = 0.5;

    private readonly List<(char Second, int Count)> _successors = [];

    /// <summary>The likeliest Chinese for folded letters; null where they are no pinyin, or a word of the documents themselves.</summary>
    public string? Decode(string letters) => lexicon.CountOf(Terms.OfWord(letters)) > 0 ? null : DecodeAlways(letters);

    /// <summary>The same for letters that may stand among the documents as they were typed.</summary>
    public string? DecodeAlways(string letters) => letters.Length is < Fewest or > Most || IsNoise(letters)
        ? null
        : Search(letters, withInitials: false) ?? Search(letters, withInitials: true);

    // qqqqqq, qwqwqweee, and asdf or zxc; keys that lie side by side were struck, not typed.
    private static bool IsNoise(string letters)
    {
        var (run, last) = (1, 0);
        for (var i = 1; i < letters.Length && run < KeysSideBySide; i++)
        {
            var step = KeyRows.IndexOf(letters[i]) - KeyRows.IndexOf(letters[i - 1]);
            run = step is 1 or -1 && (run == 1 || step == last) ? run + 1 : 1;
            last = step;
        }

        return run >= Math.Min(KeysSideBySide, letters.Length) || letters.Distinct().Count() < Math.Max(Fewest, 1 + (letters.Length / Fewest));
    }

    // Whole syllables first: most people type them, and with initials every letter may begin hundreds of characters.
    private string? Search(string letters, bool withInitials)
    {
        var beams = new Beam[letters.Length + 1];
        for (var i = 0; i < beams.Length; i++)
        {
            beams[i] = new Beam();
        }

        for (var at = 0; at < letters.Length; at++)
        {
            var paths = beams[at].Prune();
            BeginWord(letters, at, paths, beams, withInitials);
            foreach (var path in paths)
            {
                Extend(letters, at, path, beams, withInitials);
            }
        }

        return beams[^1].BestWhole is { Score: > 0 } best ? best.ToString() : null;
    }

    private static void BeginWord(string letters, int at, IReadOnlyList<Path> paths, Beam[] beams, bool withInitials)
    {
        var before = paths.Where(path => path.IsWhole).MaxBy(path => path.Score);
        if (at > 0 && before is null)
        {
            return;
        }

        var score = (before?.Score ?? 0) - (before is null ? 0 : NewWordCost);
        foreach (var (length, characters, gain) in Units(letters, at, withInitials))
        {
            foreach (var character in characters)
            {
                beams[at + length].Add(before, character, score + gain, isWhole: false);
            }
        }
    }

    private void Extend(string letters, int at, Path path, Beam[] beams, bool withInitials)
    {
        _successors.Clear();
        lexicon.AddSuccessors(path.Character, _successors);
        foreach (var (second, count) in _successors)
        {
            if (!Pinyin.MayBeginWith(second, letters[at]))
            {
                continue;
            }

            foreach (var reading in Pinyin.ReadingsOf(second))
            {
                if (letters.AsSpan(at).StartsWith(reading))
                {
                    beams[at + reading.Length].Add(path, second, ScoreOf(path, reading.Length, count), isWhole: true);
                }
                else if (withInitials && reading[0] == letters[at])
                {
                    beams[at + 1].Add(path, second, ScoreOf(path, InitialGain, count), isWhole: true);
                }
            }
        }
    }

    private static double ScoreOf(Path path, double gain, int count) => path.Score + gain + (0.05 * Math.Log(1 + count));

    private static IEnumerable<(int Length, string Characters, double Gain)> Units(string letters, int at, bool withInitials)
    {
        for (var length = 1; length <= Math.Min(Pinyin.LongestSyllable, letters.Length - at); length++)
        {
            var characters = Pinyin.CharactersOf(letters.AsSpan(at, length));
            if (characters.Length > 0)
            {
                yield return (length, characters, length);
            }
        }

        if (withInitials)
        {
            yield return (1, Pinyin.CharactersBeginningWith(letters[at]), InitialGain);
        }
    }

    /// <summary>The characters so far; whole when the last one follows another in some document.</summary>
    private sealed record Path(Path? Before, char Character, double Score, bool IsWhole)
    {
        public override string ToString() => Before + Character.ToString();
    }

    /// <summary>The paths that have read the letters up to one place: for each last character the best.</summary>
    private sealed class Beam
    {
        private readonly Dictionary<(char Character, bool IsWhole), int> _places = [];
        private readonly List<Path> _paths = [];

        /// <summary>The best whole path, of equals the first that came.</summary>
        public Path? BestWhole { get; private set; }

        public void Add(Path? before, char character, double score, bool isWhole)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, (character, isWhole), out var isKnown);
            if (isKnown && _paths[place].Score >= score)
            {
                return;
            }

            var path = new Path(before, character, score, isWhole);
            BestWhole = isWhole && !(BestWhole?.Score >= score) ? path : BestWhole;
            if (isKnown)
            {
                _paths[place] = path;
                return;
            }

            place = _paths.Count;
            _paths.Add(path);
        }

        // First characters of a word are all equally likely until the second is known; only finished words compete.
        public IReadOnlyList<Path> Prune()
        {
            var whole = _paths.Where(path => path.IsWhole).OrderByDescending(path => path.Score).Take(BeamWidth);
            return [.. _paths.Where(path => !path.IsWhole), .. whole];
        }
    }
}

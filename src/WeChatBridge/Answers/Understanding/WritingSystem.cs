using System.Text;

namespace WeChatBridge.Answers.Understanding;

/// <summary>The writing a message is predominantly in.</summary>
internal enum WritingSystem
{
    /// <summary>Chinese characters; also texts without a letter, against which nothing speaks.</summary>
    Han,

    /// <summary>Mongolian in its traditional script, with Todo, Sibe and Manchu.</summary>
    Mongolian,

    /// <summary>Cyrillic: Mongolian as across the border, Russian.</summary>
    Cyrillic,

    /// <summary>Latin letters: pinyin stays a question.</summary>
    Latin,

    /// <summary>Any other: Tibetan, Arabic, Korean, Japanese syllables.</summary>
    Other,
}

/// <summary>Tells writing systems apart.</summary>
/// <remarks>
/// A Chinese character is a word where an alphabet needs several letters: it counts threefold, as do the syllables of Korean and Japanese.
/// So a town's name in Chinese does not make a Cyrillic sentence Chinese, and a foreign name does not make a Chinese question foreign.
/// </remarks>
internal static class WritingSystemReading
{
    private const int SyllableWeight = 3;

    extension(WritingSystem system)
    {
        /// <summary>The writing of a text; on equal weight the earlier of the enumeration.</summary>
        public static WritingSystem Of(string text)
        {
            Span<int> weights = stackalloc int[5];
            foreach (var rune in text.EnumerateRunes())
            {
                if (Rune.IsLetter(rune))
                {
                    var (of, weight) = Weigh(rune.Value);
                    weights[(int)of] += weight;
                }
            }

            var heaviest = 0;
            for (var i = 1; i < weights.Length; i++)
            {
                heaviest = weights[i] > weights[heaviest] ? i : heaviest;
            }

            return (WritingSystem)heaviest;
        }

        /// <summary>True where the documents, which are in Chinese, can be searched for it.</summary>
        public bool IsSearchable => system is WritingSystem.Han or WritingSystem.Latin;
    }

    private static (WritingSystem System, int Weight) Weigh(int letter) => letter switch
    {
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x3FFFF) or (>= 0xF900 and <= 0xFAFF) or 0x3007 =>
            (WritingSystem.Han, SyllableWeight),
        (>= 0x1800 and <= 0x18AF) or (>= 0x11660 and <= 0x1167F) => (WritingSystem.Mongolian, 1),
        (>= 0x0400 and <= 0x052F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0xA640 and <= 0xA69F) => (WritingSystem.Cyrillic, 1),
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0x00C0 and <= 0x024F) or (>= 0x1E00 and <= 0x1EFF)
            or (>= 0xFF21 and <= 0xFF3A) or (>= 0xFF41 and <= 0xFF5A) => (WritingSystem.Latin, 1),
        (>= 0x3040 and <= 0x30FF) or (>= 0xAC00 and <= 0xD7AF) => (WritingSystem.Other, SyllableWeight),
        _ => (WritingSystem.Other, 1),
    };
}

using System.Text;
using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Text;

/// <summary>Brings what a citizen typed into the one form that short messages are compared in, before any search.</summary>
/// <remarks>The same folding as in the index, so that a command and a question never disagree about what was written.</remarks>
public static partial class QuestionText
{
    /// <summary>
    /// Folds width, case, traditional characters and circled digits, drops invisible characters, makes every run of white space one blank.
    /// Note that 零 becomes 〇. Idempotent; the result may be shorter than the text.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var form = CharacterFolding.Fold(character);
            if (form == CharacterFolding.Invisible)
            {
                continue;
            }

            if (!char.IsWhiteSpace(form))
            {
                folded.Append(form);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Folds, and takes greetings, polite words and signs off both ends: 「请问，更多吧。谢谢！」 is 「更多」.</summary>
    /// <remarks>Nothing inside is touched, so that 「1、2」 does not become 「12」. Empty where there was nothing else. Idempotent.</remarks>
    public static string Bare(string text)
    {
        var bare = Fold(text);
        while (true)
        {
            var shorter = TrailingWords().Replace(LeadingWords().Replace(bare, ""), "");
            if (shorter.Length == bare.Length)
            {
                return bare;
            }

            bare = shorter;
        }
    }

    /// <summary>The value of a folded number as people write it (12, 十二, 二〇一七, 两), or null where it is none or exceeds 9999.</summary>
    public static int? Number(ReadOnlySpan<char> folded) => folded is "两" ? 2 : ChineseNumeral.Parse(folded);

    /// <summary>True where two folded texts have the same length and read alike, character by character, tones aside: 就命, 救命.</summary>
    public static bool SoundAlike(ReadOnlySpan<char> heard, ReadOnlySpan<char> meant)
    {
        if (heard.Length != meant.Length)
        {
            return false;
        }

        for (var i = 0; i < heard.Length; i++)
        {
            if (heard[i] != meant[i] && !Pinyin.ReadingsOf(heard[i]).Intersect(Pinyin.ReadingsOf(meant[i])).Any())
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"^(?:[^\p{L}\p{N}]+|请问(?:一下)?|请教|请(?=.)|麻烦(?:您|你)?(?:了|一下)?|劳驾|(?:您|你)好[啊呀]?|在吗|帮忙|帮我|给我)")]
    private static partial Regex LeadingWords();

    [GeneratedRegex(@"(?:[^\p{L}\p{N}]+|(?:多)?谢谢?(?:您|你|啦|了|大家)?|感谢|辛苦(?:您|你)?了|(?<=.)一下|(?<=.)[吧呀啊哦哈嘛呗哇嗯])$")]
    private static partial Regex TrailingWords();
}

using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Answers.Understanding;

/// <summary>Finds that somebody is in danger. Built in and asked before every rule; needs nothing but the text.</summary>
/// <remarks>
/// A false alarm costs a follower one more message, a missed fire may cost a forest; but who asks for the fire notice must get the notice.
/// So the evidence is weighed per sentence:
/// <list type="bullet">
/// <item>A <em>cry</em> (救命, 快报警, 叫救护车) and a question for the number (报警电话是多少: it is 110, and nothing else is meant) suffice.</item>
/// <item>A <em>happening</em>, an event told as going on (着火了, 有人晕倒, 草原起火 at a clause's end), suffices unless the words before it
/// make it past, supposed or prevented, or the words after it ask for paper: insurance, punishment, benefits, notices, figures.</item>
/// <item>A <em>name</em> of an event (火灾, 车祸, 溺水) suffices only nearly alone or with a word that presses, and without any such
/// words.</item>
/// <item>A <em>plea</em> (快来人, 正在烧, 里面还有人) outweighs all these doubts.</item>
/// </list>
/// Recent violence and theft (昨晚被打了) stay a matter for the police; a recent fire that is told as past does not.
/// </remarks>
internal static class DangerFinder
{
    // What presses is said first; the work one message costs stays bounded.
    private const int LongestRead = 600;

    private const int NearlyAlone = 6;

    private static readonly char[] SentenceEnds = ['。', '!', '！', '\n', ';', '；'];

    private static readonly char[] OtherSigns = [' ', '?', ',', '.', '、', '~', '…', '"', '“', '”'];

    public static Danger? Find(string text)
    {
        var read = text.Length > LongestRead ? text[..LongestRead] : text;
        var sentences = read.Split(SentenceEnds).Select(part => QuestionText.Fold(part).Trim(OtherSigns));
        foreach (var sentence in sentences.Where(part => part.Length > 0))
        {
            // 着 火 了: blanks may part clauses, or be a way of typing.
            var closed = Closed(sentence);
            if ((FindIn(DangerHearing.Restore(sentence)) ?? (closed == sentence ? null : FindIn(DangerHearing.Restore(closed)))) is { }
                danger)
            {
                return danger;
            }
        }

        return null;
    }

    private static string Closed(string sentence) =>
        sentence.Any(character => character > '\u2E7F') ? sentence.Replace(" ", "", StringComparison.Ordinal) : sentence;

    private static Danger? FindIn(string sentence)
    {
        foreach (var signs in DangerSigns.All)
        {
            if (signs.Cry.IsMatch(sentence)
                || signs.Happening.Matches(sentence).Concat(DangerClauses.In(sentence, signs.Kind)).Any(match => IsHappening(sentence,
                    match))
                || signs.Name.Matches(sentence).Any(match => IsNamedForHelp(sentence, match)))
            {
                return signs.Kind;
            }
        }

        return null;
    }

    private static bool IsHappening(string sentence, Match match)
    {
        var told = DangerEvent.Of(sentence, match);
        return DangerContext.Presses(sentence)
            || !(DangerContext.IsSupposed(told) || DangerContext.AsksForPaper(told) || DangerContext.IsPast(told, sentence));
    }

    private static bool IsNamedForHelp(string sentence, Match match)
    {
        var named = DangerEvent.Of(sentence, match);
        var others = sentence.Count(char.IsLetterOrDigit) - match.Length;
        return DangerContext.Presses(sentence)
            || ((others <= NearlyAlone || DangerContext.IsNow(sentence))
                && !DangerContext.IsSupposed(named) && !DangerContext.IsPast(named, sentence) && !DangerContext.IsYesterdays(named.Before)
                && !DangerContext.SpeaksOfPaper(named.Before) && !DangerContext.SpeaksOfPaper(named.After) &&
                    !DangerContext.Asks(sentence));
    }
}

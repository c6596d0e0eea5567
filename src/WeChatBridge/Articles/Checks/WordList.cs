using WeChatBridge.Search.Text;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Checks;

/// <summary>
/// A list of words not to be written (<c>seeds/checks/*.tsv</c>), edited by the office. A line holds, set apart by tabs: the wrong word,
/// the right one or an advice, optionally <c>!</c> where it blocks, optionally the longer words in which it is right, set apart by spaces.
/// </summary>
internal sealed class WordList(CheckRule rule, IReadOnlyList<WordListEntry> entries)
{
    public IReadOnlyList<WordListEntry> Entries => entries;

    /// <exception cref="ConfigurationRefusedException">A line cannot be understood; the message names it.</exception>
    public static WordList Read(CheckRule rule, string path)
    {
        try
        {
            var lines = File.ReadAllLines(path).Select((line, i) => (Line: line, Number: i + 1))
                .Where(line => line.Line.Trim().Length > 0 && !line.Line.StartsWith('#'));
            return new WordList(rule, [.. lines.Select(line =>
                WordListEntry.Parse(line.Line) ?? throw Refused(path, ArticleTexts.WordListLine.With(line.Number)))]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, exception.Message);
        }
    }

    public IEnumerable<CheckFinding> Check(CheckedText text) =>
        from entry in entries
        from place in entry.PlacesIn(text.Folded)
        select new CheckFinding(
            rule,
            entry.Blocks ? CheckWeight.Blocking : CheckWeight.NeedsReason,
            text.At(place.Start, place.Length),
            Template.With(entry.Wrong, entry.Advice));

    private static ConfigurationRefusedException Refused(string path, string reason) => new(StaffTexts.SeedsBroken.With(path, reason));

    private string Template => rule switch
    {
        CheckRule.Misprint => ArticleTexts.AdviceMisprint,
        CheckRule.OrganName => ArticleTexts.AdviceOrganName,
        CheckRule.AdvertisingWord => ArticleTexts.AdviceAdvertising,
        _ => ArticleTexts.AdviceSensitive,
    };
}

/// <summary>One line of a list.</summary>
internal sealed record WordListEntry(string Wrong, string Advice, bool Blocks, IReadOnlyList<string> RightIn)
{
    private const int MostFields = 4;

    private readonly string _wrong = FoldedText.Of(Wrong).Text;
    private readonly IReadOnlyList<string> _rightIn = [.. RightIn.Select(longer => FoldedText.Of(longer).Text)];

    public static WordListEntry? Parse(string line)
    {
        string[] fields = [.. line.Split('\t').Select(field => field.Trim()), "", ""];
        if (fields is not [{ Length: > 0 } wrong, { Length: > 0 } advice, "" or "!", ..] || fields.Length > MostFields + 2
            || FoldedText.Of(wrong).Text.Length == 0)
        {
            return null;
        }

        var rightIn = fields[3].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new WordListEntry(wrong, advice, fields[2] == "!", rightIn);
    }

    /// <summary>Where it stands in the text as written, however it is typed there.</summary>
    public IEnumerable<(int Start, int Length)> PlacesIn(FoldedText text) => PlacesOf(_wrong, text.Text)
        .Where(at => !_rightIn.Any(longer => StandsAround(text.Text, longer, at)))
        .Select(at => text.PlaceOf(at, _wrong.Length));

    private bool StandsAround(string text, string longer, int at) => PlacesOf(_wrong, longer)
        .Any(inside => at >= inside && text.AsSpan(at - inside).StartsWith(longer, StringComparison.Ordinal));

    private static IEnumerable<int> PlacesOf(string word, string text)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        while (at >= 0)
        {
            yield return at;
            at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal);
        }
    }
}

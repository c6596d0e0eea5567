using WeChatBridge.Accounts;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Reports;
using WeChatBridge.Search.Excerpts;
using WeChatBridge.Search.Index;
using WeChatBridge.Search.Text;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Answers;

/// <summary>Puts a passage of a section into words, within what one reply may hold. The source line is never what is cut.</summary>
internal static class SectionText
{
    private const int LeastPassage = 20;

    /// <summary>The passage a search chose, only the sentence that states the fact asked for, or the sections that answer alike.</summary>
    /// <param name="quotation">The section it stands in.</param>
    /// <param name="whole">That section's whole text.</param>
    /// <param name="hit">What was found.</param>
    /// <param name="contact">The account's contact card.</param>
    public static Answer ForHit(Quotation quotation, string whole, SectionHit hit, ContactCard contact) => hit.Fact is { } fact
        ? State(quotation, fact, hit, contact)
        : Join(quotation, whole, hit) ?? Compose(quotation with { Together = [] }, whole, hit.Excerpt.Start, hit.Excerpt.Length, hit.Score);

    /// <summary>The passage that begins at a place; null where nothing is left.</summary>
    public static Answer? From(Quotation quotation, string whole, int start) =>
        whole.AsSpan(Math.Min(start, whole.Length)).IsWhiteSpace() ? null : Compose(quotation, whole, start, TextLimit.MaxCharacters, 0);

    private static Answer State(Quotation quotation, Fact fact, SectionHit hit, ContactCard contact)
    {
        var mayHaveChanged = fact.Ages || (fact.AgesWithItsYear && quotation.IsOfPastYear);
        string[] told = [fact.Text, .. mayHaveChanged ? quotation.AgeLines : [], FollowerTexts.WholeAfterFact, "", quotation.SourceLine];
        // An office's number changes sooner than the documents that state it; a guide's number belongs to its matter.
        var isCurrentFirst = contact.IsConfirmed && (fact.Kinds & FactKinds.Contact) != FactKinds.None
            && quotation.Report.Kind != ReportKind.Guide;
        string[] current = isCurrentFirst ? [.. ContactText.CurrentLines(contact), "", FollowerTexts.StatedThen] : [];
        return new Answer(AnswerKind.Section, Lines.Join([.. current, .. told]))
        {
            Source = quotation.SourceOf(hit.Score),
            Place = new ReadingPlace(PassageFinder.KeyOf(quotation.Section), hit.Excerpt.Start),
        };
    }

    // Each section brings its own heading; where they and their source do not fit into one reply, the best stands alone.
    private static Answer? Join(Quotation quotation, string whole, SectionHit hit)
    {
        var text = Lines.Join(hit.Excerpt.Text, "", quotation.SourceLine);
        return quotation.Together.Count == 0 || !TextLimit.Fits(text) ? null : new Answer(AnswerKind.Section, text)
        {
            Source = quotation.SourceOf(hit.Score),
            Place = new ReadingPlace(PassageFinder.KeyOf(quotation.Section), whole.Length),
        };
    }

    private static Answer Compose(Quotation quotation, string whole, int start, int most, double score)
    {
        string[] head = BeginsWithItsName(quotation, whole, start) ? []
            : [(start > 0 ? FollowerTexts.SectionTitleContinued : FollowerTexts.SectionTitle).With(quotation.Label)];
        var source = quotation.SourceLine;
        var frame = Lines.Join([.. head, "", FollowerTexts.ExcerptedWithMore, "", source]);
        var (passage, end) = Cut(whole, start, Math.Min(most, TextLimit.MaxCharacters - frame.Length));
        return new Answer(AnswerKind.Section, Lines.Join([.. head, passage, .. Mark(whole, start, end), "", source]))
        {
            Source = quotation.SourceOf(score),
            Place = new ReadingPlace(PassageFinder.KeyOf(quotation.Section), end),
        };
    }

    // A part of an over-long section is named by its first words: they are not said twice.
    private static bool BeginsWithItsName(Quotation quotation, string whole, int start) =>
        start == 0 && whole.StartsWith(quotation.Label, StringComparison.Ordinal);

    // What is not the whole section always says so, and how to see the rest.
    private static IEnumerable<string> Mark(string whole, int start, int end)
    {
        var isBeginning = whole.AsSpan(0, start).IsWhiteSpace();
        var isEnd = whole.AsSpan(end).IsWhiteSpace();
        return (isBeginning, isEnd) switch
        {
            (true, true) => [],
            (false, true) => [FollowerTexts.ExcerptedEnd],
            _ => [FollowerTexts.ExcerptedWithMore],
        };
    }

    private static (string Passage, int End) Cut(string whole, int start, int most)
    {
        if (ExcerptCutter.Continue(whole, start, Math.Max(most, LeastPassage)) is not { } excerpt)
        {
            return ("", whole.Length);
        }

        // Sentence ends are the excerpt's; inside a sentence longer than a reply, links and joined characters are the limit's.
        var safe = TextLimit.Cut(whole[excerpt.Start..], TextLimit.MaxUtf8Bytes, excerpt.Length);
        var passage = safe.Length > 0 ? safe : excerpt.Text;
        return (passage, excerpt.Start + passage.Length);
    }
}

using WeChatBridge.Search.Index;

namespace WeChatBridge.Search.Evaluation;

/// <summary>What a search says to a question, in the form it is measured.</summary>
/// <param name="Ranked">The likeliest sections, the best first.</param>
/// <param name="Shown">How many of them are shown: none is a refusal, one an answer, several a choice.</param>
public sealed record EvaluationReply(IReadOnlyList<EvaluationHit> Ranked, int Shown)
{
    private const int MostRanked = 100;

    /// <summary>Asks an index.</summary>
    /// <param name="index">The index to measure.</param>
    /// <param name="headingOf">The heading of a section by document and section.</param>
    /// <param name="question">What to ask.</param>
    public static EvaluationReply Ask(SectionIndex index, Func<string, string, string> headingOf, string question)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(headingOf);
        var shown = index.Find(question) switch
        {
            SearchOutcome.Sure sure => [sure.Hit],
            SearchOutcome.Choice choice => choice.Hits,
            _ => [],
        };
        var rest = index.Rank(question, MostRanked).Where(hit => !shown.Any(same => IsSame(same, hit)));
        return new EvaluationReply(
            [.. shown.Concat(rest).Select((hit, rank) => new EvaluationHit(
                hit.DocumentId,
                headingOf(hit.DocumentId, hit.SectionId),
                shown.Count == 1 && rank == 0 && hit.Fact is { } fact ? fact.Text : hit.Excerpt.Text))],
            shown.Count);
    }

    private static bool IsSame(SectionHit one, SectionHit other) =>
        one.DocumentId == other.DocumentId && one.SectionId == other.SectionId;
}

/// <summary>A section that was found.</summary>
/// <param name="DocumentId">Its document.</param>
/// <param name="Heading">Its heading without number.</param>
/// <param name="Text">What the reply would show of it: the fact asked for where one sentence states it, else the passage.</param>
public sealed record EvaluationHit(string DocumentId, string Heading, string Text);

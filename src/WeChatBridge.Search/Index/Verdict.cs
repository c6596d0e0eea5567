namespace WeChatBridge.Search.Index;

/// <summary>Turns judged sections into an outcome: sure, a choice, or nothing.</summary>
internal static class Verdict
{
    // Shares of the question's content that a section must account for; between the two a choice is offered.
    private const double EnoughToAnswer = 0.62;
    private const double EnoughToOffer = 0.59;

    // Sections that score this close to the best may be meant as well; so close, even one that answers fully is not sure.
    private const double Close = 0.97;
    private const double AsGood = 0.995;

    private const int MostOffered = 5;

    private static readonly SearchOutcome Nothing = new SearchOutcome.NothingFound();

    /// <summary>Decides over judgements, the best first.</summary>
    public static SearchOutcome Decide(IReadOnlyList<Judgement> ranked)
    {
        if (ranked.Count == 0 || ranked[0].Coverage < EnoughToOffer)
        {
            return Nothing;
        }

        var best = ranked[0];
        var close = ranked.TakeWhile(judged => judged.Score >= best.Score * Close && judged.Coverage >= EnoughToOffer).Take(MostOffered).ToList();
        var isSure = close.Count == 1 || (best.Coverage >= EnoughToAnswer && !HasRival(best, close));
        return isSure ? new SearchOutcome.Sure(best.ToHit()) : new SearchOutcome.Choice([.. close.Select(judged => judged.ToHit())]);
    }

    // Another document that answers as well with another text: only the citizen knows which one was meant.
    private static bool HasRival(Judgement best, List<Judgement> close) =>
        close.Exists(judged => judged.Entry.Document.Id != best.Entry.Document.Id && judged.Text != best.Text
            && judged.Score >= best.Score * AsGood);
}

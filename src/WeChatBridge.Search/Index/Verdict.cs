namespace WeChatBridge.Search.Index;

/// <summary>Turns judged sections into an outcome: sure, a choice, or nothing.</summary>
internal static class Verdict
{
    private const double EnoughToAnswer = 0.62;
    private const double EnoughToOffer = 0.55;
    private const double CloseSecond = 0.97;
    private const int MostOffered = 5;

    private static readonly SearchOutcome Nothing = new SearchOutcome.NothingFound();

    /// <summary>Decides over judgements, the best first.</summary>
    public static SearchOutcome Decide(IReadOnlyList<Judgement> ranked)
    {
        if (ranked.Count == 0 || ranked[0].Coverage < EnoughToOffer)
        {
            return Nothing;
        }

        var close = ranked.TakeWhile(judged => judged.Score >= ranked[0].Score * CloseSecond && judged.Coverage >= EnoughToOffer)
            .Take(MostOffered).ToList();
        return ranked[0].Coverage >= EnoughToAnswer || close.Count == 1
            ? new SearchOutcome.Sure(ranked[0].ToHit())
            : new SearchOutcome.Choice([.. close.Select(judged => judged.ToHit())]);
    }
}

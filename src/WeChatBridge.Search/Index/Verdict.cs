namespace WeChatBridge.Search.Index;

/// <summary>Turns judged sections into an outcome: sure, a choice, or nothing.</summary>
internal static class Verdict
{
    // Shares of the question's content that a section must account for; between the two a choice is offered.
    private const double EnoughToAnswer = 0.62;
    private const double EnoughToOffer = 0.59;

    // A section that scores this close to the best may as well be meant; once there is a choice, it holds those a little further off too.
    private const double AsGood = 0.985;
    private const double WorthOffering = 0.92;

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
        var offered = ranked.Where(judged => judged.Score >= best.Score * WorthOffering && judged.Coverage >= EnoughToOffer)
            .DistinctBy(judged => judged.Text).Take(MostOffered).ToList();
        var isSure = offered.Count == 1 || (best.Coverage >= EnoughToAnswer && !offered.Exists(judged => IsRival(judged, best)));
        return isSure ? new SearchOutcome.Sure(best.ToHit()) : new SearchOutcome.Choice([.. offered.Select(judged => judged.ToHit())]);
    }

    // Of two sections of one document that hold the keyword alike, either answers; a wanted fact stands in one of them.
    private static bool IsRival(Judgement judged, Judgement best) =>
        judged != best && judged.Score >= best.Score * AsGood
        && (judged.Entry.Document != best.Entry.Document || best.WantsFact);
}

namespace WeChatBridge.Search.Index;

/// <summary>Turns judged sections into an outcome: sure, a choice, or nothing.</summary>
internal static class Verdict
{
    // Shares of the question's content that a section must account for; between the two a choice is offered.
    private const double EnoughToAnswer = 0.58;
    private const double EnoughToOffer = 0.54;

    // Who types a name instead of a question means every word of it: 生育津贴标准 is not what another allowance pays.
    private const double EnoughOfName = 0.64;

    // A section that scores this close to the best may as well be meant; once there is a choice, it holds those a little further off too.
    private const double AsGood = 0.97;
    private const double WorthOffering = 0.92;

    private const int MostOffered = 5;

    // Of so many that score like the best, repeats are taken out.
    private const int MostCompared = 12;

    private static readonly SearchOutcome Nothing = new SearchOutcome.NothingFound();

    /// <summary>Decides over judgements, the best first.</summary>
    public static SearchOutcome Decide(IReadOnlyList<Judgement> ranked)
    {
        if (ranked.Count == 0 || ranked[0].Coverage < (ranked[0].IsAskedByName ? EnoughOfName : EnoughToOffer))
        {
            return Nothing;
        }

        var rivals = ranked.Where(judged => judged.Score >= ranked[0].Score * WorthOffering && judged.Coverage >= EnoughToOffer).Take(MostCompared).ToList();
        var best = rivals.Where(judged => judged.Score >= ranked[0].Score * AsGood && judged.Repeats(ranked[0]))
            .MaxBy(judged => judged.Entry.Document.IssuedOn ?? DateOnly.MinValue) ?? ranked[0];
        var run = SectionRun.Around(best, ranked);
        var offered = WithoutRepeats(rivals.Where(judged => !run.Holds(judged)), best);
        var isSure = offered.Count == 1 || (best.Coverage >= EnoughToAnswer && !offered.Exists(judged => IsRival(judged, best)));
        return isSure ? new SearchOutcome.Sure(run.ToHit()) : new SearchOutcome.Choice([.. offered.Select(judged => judged.ToHit())]);
    }

    // The same text published twice is one answer.
    private static List<Judgement> WithoutRepeats(IEnumerable<Judgement> rivals, Judgement best)
    {
        var offered = new List<Judgement> { best };
        foreach (var judged in rivals.Where(judged => judged != best))
        {
            if (offered.Count < MostOffered && !offered.Exists(judged.Repeats))
            {
                offered.Add(judged);
            }
        }

        return offered;
    }

    // Of two sections of one document that hold the keyword alike, either answers; a wanted fact stands in one of them.
    private static bool IsRival(Judgement judged, Judgement best) =>
        judged != best && judged.Score >= best.Score * AsGood
        && (judged.Entry.Document != best.Entry.Document || best.WantsFact);
}

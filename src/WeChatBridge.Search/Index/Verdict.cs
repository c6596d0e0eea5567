namespace WeChatBridge.Search.Index;

/// <summary>Turns judged sections into an outcome: sure, a choice, or nothing.</summary>
internal static class Verdict
{
    // The share of the question's content that a section must account for is the smaller the more content there is: who tells a story
    // says much that no document repeats. Fitted on questions of three kinds and a public collection (docs/benchmarks.md).
    private const double EnoughOfOneCharacter = 0.66;
    private const double LessForMore = 0.13;
    private const double LeastEnough = 0.36;

    // Between enough and this much more a choice is offered where there is one.
    private const double ClearlyMore = 0.03;

    // Who types a name instead of a question means every word of it: 生育津贴标准 is not what another allowance pays.
    private const double EnoughOfName = 0.64;

    // A section that scores this close to the best, and says nearly as much of the question, may as well be meant: one figure, one day
    // stands in many sections, so a fact is surely found only from further off. Fitted together on the same questions.
    private const double Close = 0.04;
    private const double CloseForFact = 0.1;
    private const double NearlyAsMuch = 0.05;

    // Once there is a choice, it holds those a little further off too.
    private const double WorthOffering = 0.3;

    // The same text published again, or corrected since, scores nearly alike.
    private const double AsGood = 0.97;

    private const int MostOffered = 5;

    // Of so many that score like the best, repeats are taken out.
    private const int MostCompared = 12;

    private static readonly SearchOutcome Nothing = new SearchOutcome.NothingFound();

    /// <summary>Decides over judgements, the best first.</summary>
    public static SearchOutcome Decide(IReadOnlyList<Judgement> ranked)
    {
        var enough = ranked.Count == 0 ? 1 : Enough(ranked[0]);
        if (ranked.Count == 0 || ranked[0].Coverage < enough)
        {
            return Nothing;
        }

        var rivals = ranked.Where(judged => judged.Score >= ranked[0].Score - WorthOffering && judged.Coverage >= enough).Take(MostCompared).ToList();
        var best = rivals.Where(judged => judged.Score >= ranked[0].Score * AsGood && judged.Repeats(ranked[0]))
            .MaxBy(judged => judged.Entry.Document.IssuedOn ?? DateOnly.MinValue) ?? ranked[0];
        var run = SectionRun.Around(best, ranked);
        var offered = WithoutRepeats(rivals.Where(judged => !run.Holds(judged)), best);
        var isSure = offered.Count == 1 || (best.Coverage >= enough + ClearlyMore && !offered.Exists(judged => IsRival(judged, best)));
        return isSure ? new SearchOutcome.Sure(run.ToHit()) : new SearchOutcome.Choice([.. offered.Select(judged => judged.ToHit())]);
    }

    private static double Enough(Judgement judged)
    {
        var enough = Math.Max(LeastEnough, EnoughOfOneCharacter - (LessForMore * Math.Log((1 + judged.ContentWeight) / 2)));
        return judged.IsAskedByName ? Math.Max(EnoughOfName, enough) : enough;
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

    // Of two sections of one document that hold a keyword alike, either answers; what more words ask for stands in one of them.
    private static bool IsRival(Judgement judged, Judgement best) =>
        judged != best
        && (judged.Entry.Document != best.Entry.Document || !best.IsKeyword)
        && judged.Score >= best.Score - (best.WantsFact ? CloseForFact : Close)
        && judged.Coverage >= best.Coverage - NearlyAsMuch;
}

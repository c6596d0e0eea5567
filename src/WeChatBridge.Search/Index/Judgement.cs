using WeChatBridge.Search.Excerpts;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>A candidate, looked at closely: which of the question's terms stand where.</summary>
internal sealed class Judgement
{
    // What finding a term in a field proves; several fields prove more than one, never more than 1.
    private const double ProofInPassage = 0.75;
    private const double ProofInHeading = 0.6;
    private const double ProofElsewhereInText = 0.35;
    private const double ProofInTitle = 0.4;
    private const double ProofAbove = 0.35;
    private const double RetrievalShare = 0.5;
    private const double HeadingShare = 0.35;
    private const double FactShare = 0.12;
    private const double NumberShare = 1.0;
    private const double NamesHeading = 0.8;

    private readonly QueryPlan _plan;
    private readonly FieldMatch _heading;
    private readonly FieldMatch _above;
    private readonly FieldMatch _title;
    private readonly PassageMatch _passage;

    private Judgement(QueryPlan plan, Candidate candidate)
    {
        _plan = plan;
        Entry = candidate.Entry;
        Text = Entry.WholeText();
        var title = CharacterFolding.Fold(Entry.Document.Title);
        var heading = Entry.IsOpening ? title : Entry.FoldHeading();
        _heading = FieldMatch.Of(plan, heading);
        _above = FieldMatch.Of(plan, Entry.FoldPath());
        _title = FieldMatch.Of(plan, CharacterFolding.Fold($"{Entry.Document.Title}\n{Entry.Document.IssuingBody}"));
        _passage = PassageMatch.Of(plan, CharacterFolding.Fold(Text));
        Coverage = CoverageOf(_heading.Mask | _above.Mask | _title.Mask | _passage.BestMask);
        HeadingFit = FitOf(heading);
        Score = Proof() + (RetrievalShare * candidate.Score / Math.Max(plan.TotalWeight, 0.1)) + (HeadingShare * HeadingFit) + Bonus();
    }

    public SectionEntry Entry { get; }

    /// <summary>The section's whole text.</summary>
    public string Text { get; }

    /// <summary>The share of the question's content that is found here, from 0 to 1.</summary>
    public double Coverage { get; }

    /// <summary>How far question and heading say the same, from 0 to 1.</summary>
    public double HeadingFit { get; }

    /// <summary>How well it answers beside the other candidates of the same question.</summary>
    public double Score { get; }

    public static Judgement Of(QueryPlan plan, Candidate candidate) => new(plan, candidate);

    /// <summary>The section with the passage to show: all of it where it fits, else from the best passage on.</summary>
    public SectionHit ToHit()
    {
        // Who names a section wants it from its beginning.
        var start = Text.Length <= ExcerptCutter.DefaultCharacters || HeadingFit >= NamesHeading ? 0 : _passage.BestStart;
        return new SectionHit(
            Entry.Document.Id, Entry.Section.Id, Score, ExcerptCutter.Continue(Text, start) ?? new Excerpt("", 0, 0, true));
    }

    private double Proof()
    {
        var (sum, total) = (0d, 0d);
        for (var i = 0; i < _plan.Terms.Count; i++)
        {
            var bit = 1UL << i;
            var doubt = (1 - (ProofInHeading * _heading.TrustIn(bit))) * (1 - (ProofAbove * _above.TrustIn(bit)))
                * (1 - (ProofInTitle * _title.TrustIn(bit)))
                * (1 - (_passage.InBest(bit) ? ProofInPassage : _passage.InText(bit) ? ProofElsewhereInText : 0));
            sum += _plan.Terms[i].Weight * (1 - doubt);
            total += _plan.Terms[i].Weight;
        }

        return total == 0 ? 0 : sum / total;
    }

    private double Bonus()
    {
        var bonus = FactShare * FactPatterns.ShareFound(_plan.Question.Wanted, _passage.BestText);
        if (_plan.Question.Section is { } number && number.Names(Entry.Section.Number))
        {
            bonus += NumberShare;
        }

        return bonus;
    }

    private double CoverageOf(ulong mask)
    {
        Span<bool> covered = stackalloc bool[_plan.Question.Text.Length];
        for (var i = 0; i < _plan.Terms.Count; i++)
        {
            if ((mask & (1UL << i)) != 0)
            {
                covered.Slice(_plan.Terms[i].Start, _plan.Terms[i].Length).Fill(true);
            }
        }

        var sum = 0d;
        for (var i = 0; i < covered.Length; i++)
        {
            sum += covered[i] ? _plan.Question.Weights[i] : 0;
        }

        return _plan.ContentWeight == 0 ? 0 : sum / _plan.ContentWeight;
    }

    // The harmonic mean of how much of the question the heading holds and how much of the heading the question fills.
    private double FitOf(string heading)
    {
        var written = heading.Count(char.IsLetterOrDigit);
        if (written == 0)
        {
            return 0;
        }

        var asked = CoverageOf(_heading.Mask);
        var filled = Math.Min(1, (double)_heading.CharactersFound / written);
        return asked + filled == 0 ? 0 : 2 * asked * filled / (asked + filled);
    }
}

using WeChatBridge.Search.Excerpts;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>A candidate, looked at closely: which characters of the question stand where.</summary>
internal sealed class Judgement
{
    // How much each kind of evidence counts in the score: fitted on the tuning questions and one half of another corpus, so that the passages
    // which hold the answer come first, and checked on the other half (docs/benchmarks.md). What proved nothing there was left out: the
    // section's own BM25, its length, the longest wording in a row, how close together its sentences say it.
    private const double ShareOfDocument = 2;
    private const double ShareOfWording = 1;
    private const double ShareOfCoverage = 0.55;
    private const double ShareOfHeading = 0.4;
    private const double ShareOfTitle = 0.1;
    private const double ShareOfMatter = 0.2;
    private const double ShareOfSentence = 0.15;
    private const double ShareOfFactFound = 0.3;
    private const double ShareOfFactBeside = 0.1;
    private const double ShareOfFactAnnounced = 0.25;
    private const double ShareOfAge = 0.8;
    private const double ShareOfNumber = 1;
    private const double ShareOfOwnDate = 0.8;
    private const double CostOfNoContact = 0.4;
    private const double CostOfComingLast = 0.15;
    private const double CostOfBorrowedText = 0.1;
    private const double BestDocument = 1.2;

    private const double TitleExplains = 0.9;
    private const double HeadingAboveExplains = 0.5;
    private const double TitleSaysAll = 0.9;
    private const double TitleSaysMatter = 0.85;
    private const double NamesSection = 0.6;
    private const double TrustInSynonymWording = 1;

    // What is left of the evidence where a document mentions the place asked about, but not in this section.
    private const double PlaceElsewhere = 0.7;

    // An age that falls into a range named here is found, though no word of it is.
    private const double ProofOfAge = 0.2;

    // What is left of the evidence where a person is asked for and the text names nobody.
    private const double WithoutHolder = 0.5;

    // What the characters of a name weigh together at most.
    private const double LongestName = 6;
    private const double LongestKeyword = 4;

    // Two passages that share this much of the shorter one's terms are the same text; a few terms are alike by chance.
    private const double Repeated = 0.8;
    private const int FewTerms = 30;

    // A title, a text, a signature.
    private const int SectionsOfNotice = 3;

    private readonly QueryPlan _plan;
    private readonly FieldMatch _heading;
    private readonly FieldMatch _above;
    private readonly FieldMatch _title;
    private readonly PassageMatch _passage;
    private readonly double[] _residual;
    private readonly OwnDate _ownDate;

    private Judgement(QueryPlan plan, Candidate candidate, FieldMatch title)
    {
        _plan = plan;
        Entry = candidate.Entry;
        Text = Entry.JudgedText();
        var heading = Entry.FoldHeading();
        _heading = FieldMatch.Of(plan, heading);
        _above = FieldMatch.Of(plan, Entry.FoldPath());
        _title = title;
        _passage = PassageMatch.Of(plan, CharacterFolding.Fold(Text), Entry.HasChildren ? Text.Length : Entry.Section.Text.Length);
        _residual = [.. plan.CharacterWeights.Select((weight, i) =>
            weight * (1 - Math.Max(TitleExplains * _title[i], HeadingAboveExplains * _above[i])))];
        var found = Math.Min(1, FindCoverage() + (AgeFit(heading) > 0 ? ProofOfAge : 0));
        var place = candidate.PlaceFactor * (candidate.IsPlaceElsewhere && !NamesPlaces() ? PlaceElsewhere : 1);
        Coverage = found * place * (NamesNobody() ? WithoutHolder : 1);
        _ownDate = IsOwnDateWanted() ? OwnDate.Find(plan.Question.OwnDate, _passage.Folded.AsSpan(0, Entry.Section.Text.Length)) : default;
        HeadingFit = Entry.IsOpening ? FitOfTitle() : FitOf(heading);
        var document = Math.Min(BestDocument, candidate.DocumentScore / Math.Max(plan.TotalWeight, 0.1));
        Score = candidate.PlaceFactor * ((ShareOfDocument * document) + (ShareOfWording * Wording()) + (ShareOfCoverage * Coverage)
            + (ShareOfHeading * HeadingFit) + (ShareOfTitle * Share(plan.CharacterWeights, i => _title[i]))
            + (ShareOfSentence * Math.Min(1, _passage.BestSentence)) + (SaysMatter() ? ShareOfMatter : 0)
            + (found * FactBonus(heading)) + Bonus(heading));
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

    /// <summary>True where the question asks for a fact: a number, a time, a place, a person.</summary>
    public bool WantsFact => _plan.Question.Wanted != FactKinds.None;

    /// <summary>True where one word names a matter and nothing is asked of it.</summary>
    public bool IsKeyword => !WantsFact && !_plan.Question.IsAsking && _plan.ContentWeight <= LongestKeyword;

    /// <summary>What the characters of the question weigh together: about how many of them name the matter.</summary>
    public double ContentWeight => _plan.ContentWeight;

    /// <summary>True where a few words name a fact of a matter (供水站电话) and no question is put.</summary>
    public bool IsAskedByName => WantsFact && !_plan.Question.IsAsking && _plan.ContentWeight <= LongestName;

    /// <summary>Judges candidates; the title of a document is read once for all its sections.</summary>
    public static IEnumerable<Judgement> Of(QueryPlan plan, IEnumerable<Candidate> candidates)
    {
        var titles = new Dictionary<IndexedDocument, FieldMatch>(ReferenceEqualityComparer.Instance);
        foreach (var candidate in candidates)
        {
            var document = candidate.Entry.Document;
            if (!titles.TryGetValue(document, out var title))
            {
                titles[document] = title = FieldMatch.Of(plan, IndexPart.FoldTitle(document));
            }

            yield return new Judgement(plan, candidate, title);
        }
    }

    /// <summary>True where both show nearly the same words, in two documents or twice in one.</summary>
    public bool Repeats(Judgement other)
    {
        if (ReferenceEquals(this, other) || Text == other.Text)
        {
            return true;
        }

        var (one, two) = (Terms.Distinct(_passage.Passage.ToString()), Terms.Distinct(other._passage.Passage.ToString()));
        return one.Count > FewTerms && two.Count > FewTerms && one.Intersect(two).Count() >= Repeated * Math.Min(one.Count, two.Count);
    }

    /// <summary>The section with the passage to show: all of it where it fits, else from the best passage on.</summary>
    public SectionHit ToHit()
    {
        // Who names a section wants it from its beginning.
        var shown = Entry.ShownText();
        var isNamed = HeadingFit > NamesSection;
        var isWhole = shown.Length <= ExcerptCutter.DefaultCharacters || isNamed;
        var excerpt = ExcerptCutter.Around(shown, isWhole ? 0 : _ownDate.Fit > 0 ? _ownDate.Start : _passage.BestStart);
        var said = _title.Mask | _heading.Mask | _above.Mask;
        var isSectionWanted = isNamed && !_plan.Question.IsAsking && (_plan.Question.Wanted & FactKinds.Contact) == FactKinds.None;
        var fact = isSectionWanted ? null : FactSentence.Find(_plan, excerpt, said);

        return new SectionHit(Entry.Document.Id, Entry.Section.Id, Score, excerpt, fact is not null && Owns(fact) ? fact : null);
    }

    // An opening reads on into other sections; what they state is theirs to say, unless a title is all it has before one text.
    private bool Owns(Fact fact) => fact.Start < Text.Length || (Text.Length == 0 && Entry.Document.Sections.Count <= SectionsOfNotice);

    // 反馈制度 as one phrase says more than 反馈 here and 制度 there: the pairs across the joint count too.
    private double Wording()
    {
        var (found, weight) = (_heading.Mask | _passage.Best.Mask | _title.Mask, 0d);
        for (var i = 0; i < _plan.Terms.Count; i++)
        {
            var term = _plan.Terms[i];
            if (!term.IsSynonym)
            {
                var bySynonym = (found & _plan.SynonymsFor[i]) != 0 ? TrustInSynonymWording : 0;
                weight += term.Weight * ((found & (1UL << i)) != 0 ? 1 : bySynonym);
            }
        }

        return _plan.TotalWeight == 0 ? 0 : weight / _plan.TotalWeight;
    }

    private double FindCoverage() => Share(
        _plan.Question.Weights, i => Math.Max(Math.Max(_heading[i], _above[i]), Math.Max(_title[i], _passage.Best[i])));

    // The harmonic mean of how much of the question the heading holds and how much of the heading the question fills.
    private double FitOf(string heading)
    {
        var written = heading.Count(char.IsLetterOrDigit);
        var asked = Share(_residual, i => _heading[i]);
        var filled = written == 0 ? 0 : Math.Min(1, (double)_heading.CharactersFound / written);
        return asked + filled == 0 ? 0 : 2 * asked * filled / (asked + filled);
    }

    // The opening stands for the whole document: it is meant where the title says all that was asked.
    private double FitOfTitle()
    {
        var said = Share(_plan.CharacterWeights, i => _title[i]);
        return said > TitleSaysAll && _plan.Question is { Wanted: FactKinds.None, IsAsking: false, Age: null } ? said : 0;
    }

    private bool NamesPlaces() => _plan.Question.Places.All(place => _passage.Folded.Contains(PlaceNames.Bare(place), StringComparison.Ordinal));

    // 低保要什么材料: whatever is wanted of it, the document named after the matter is meant.
    private bool SaysMatter() => Share(_plan.MatterWeights, i => _title[i]) >= TitleSaysMatter;

    // When a document was made or takes effect is asked of the document that the rest of the question names.
    private bool IsOwnDateWanted() => _plan.Question.OwnDate != OwnDateKind.None && Share(_plan.Question.Weights, i => _title[i]) >= TitleSaysMatter;

    // Who is asked for by office must be named; any other question names what it wants.
    private bool NamesNobody() => _plan.Question.Office is { } office && !OfficeHolder.IsStated(office, _passage.Folded);

    // The kind of fact wanted: in the passage, right beside the words of the question, in the heading.
    private double FactBonus(string heading)
    {
        var (wanted, units) = (_plan.Question.Wanted, _plan.Question.Units);
        return wanted == FactKinds.None ? 0
            : (ShareOfFactFound * FactPatterns.ShareFound(wanted, units, _passage.BestText))
                + (ShareOfFactBeside * FactSentence.Nearness(_plan, Near(), _title.Mask))
                + (ShareOfFactAnnounced * FactPatterns.ShareNamed(wanted, heading));
    }

    private double Bonus(string heading)
    {
        // What is asked for most stands first in a document: its aim, to whom it applies.
        var bonus = -CostOfComingLast * Entry.Section.Ordinal / Entry.Document.Sections.Count;
        bonus += ShareOfAge * AgeFit(heading);
        bonus += ShareOfOwnDate * _ownDate.Fit;
        if (_plan.Question.Section is { } number && number.Names(Entry.Section.Number))
        {
            bonus += ShareOfNumber;
        }

        // What a section below says is that section's answer, unless the heading over it was asked for.
        if (Entry.HasChildren && HeadingFit < NamesSection && _passage.BestStart >= Entry.Section.Text.Length)
        {
            bonus -= CostOfBorrowedText;
        }

        return bonus - (LacksContact() ? CostOfNoContact : 0);
    }

    private double AgeFit(string heading)
    {
        if (_plan.Question.Age is not { } age)
        {
            return 0;
        }

        var fit = AgeRange.Fit(age, heading);
        return fit != 0 ? fit : AgeRange.Fit(age, _passage.BestText) / 2d;
    }

    // A passage without a number is no answer to who asked whom to call.
    private bool LacksContact() => (_plan.Question.Wanted & FactKinds.Contact) is var contact and not FactKinds.None
        && FactPatterns.In(contact, "", _passage.Passage) == FactKinds.None;

    // The sentence that holds most of the question, and the one after it.
    private ReadOnlySpan<char> Near()
    {
        var (start, end) = _passage.Sentence;
        return _passage.Folded.AsSpan(start, Math.Min(Sentence.EndAfter(_passage.Folded, end), _passage.Folded.Length) - start);
    }

    private static double Share(double[] weights, Func<int, double> found)
    {
        var (sum, total) = (0d, 0d);
        for (var i = 0; i < weights.Length; i++)
        {
            total += weights[i];
            sum += weights[i] == 0 ? 0 : weights[i] * found(i);
        }

        return total == 0 ? 0 : sum / total;
    }
}

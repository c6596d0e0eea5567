using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>How the documents of a part stand to the places a question names.</summary>
internal sealed class PlaceFit
{
    // What is left of the score and the evidence of a document about another place, and of one that names no place at all.
    private const double OfAnotherPlace = 0.5;
    private const double OfNoPlace = 0.9;

    // A text that only mentions the place is less about it than one whose title does.
    private const double MentionInText = 0.9;

    private readonly int _places;
    private readonly IndexPart _part;
    private readonly bool _isHome;
    private readonly double[] _mentioned;

    private PlaceFit(IReadOnlyList<string> places, IndexPart part, bool isHome)
    {
        _places = places.Count;
        _part = part;
        _isHome = isHome;
        _mentioned = new double[places.Count == 0 ? 0 : part.Documents.Count];
        foreach (var place in places)
        {
            Count(Terms.Distinct(place));
        }
    }

    /// <param name="part">The part to look at.</param>
    /// <param name="question">The question.</param>
    /// <param name="lexicon">All parts: a place that a title or an issuing body names is home.</param>
    public static PlaceFit Of(IndexPart part, Question question, Lexicon lexicon)
    {
        var places = question.Places.Select(PlaceNames.Bare).Distinct(StringComparer.Ordinal).ToList();
        return new PlaceFit(places, part, places.TrueForAll(lexicon.IsInTitles));
    }

    /// <summary>1 where the document names every place asked about, or none was; less where it is about another.</summary>
    public double FactorOf(int document)
    {
        if (_places == 0 || _mentioned[document] == _places)
        {
            return 1;
        }

        var share = _mentioned[document] / _places;
        return Math.Max(_isHome && _part.NamesNoPlace(document) ? OfNoPlace : 0, OfAnotherPlace + ((1 - OfAnotherPlace) * share * share));
    }

    /// <summary>True where the text of the document mentions the places, but title and opening do not.</summary>
    public bool IsOnlyMentioned(int document) => _places > 0 && _mentioned[document] > 0 && _mentioned[document] < _places;

    // A title, an issuing body or an opening says what place the document is about; a text may name any place in passing.
    private void Count(IReadOnlyList<uint> terms)
    {
        var (named, mentioned) = (new int[_mentioned.Length], new int[_mentioned.Length]);
        for (var i = 0; i < terms.Count; i++)
        {
            var list = _part.Titles.Read(terms[i]);
            while (list.MoveNext())
            {
                Step(named, list.Section, i);
            }

            list = _part.Terms.Read(terms[i]);
            while (list.MoveNext())
            {
                var document = _part.DocumentOf[list.Section];
                Step(mentioned, document, i);
                if (list.Section == _part.SectionsOf(document).From)
                {
                    Step(named, document, i);
                }
            }
        }

        for (var i = 0; i < named.Length; i++)
        {
            _mentioned[i] += named[i] == terms.Count ? 1 : mentioned[i] == terms.Count ? MentionInText : 0;
        }
    }

    private static void Step(int[] found, int document, int term) => found[document] = found[document] == term ? term + 1 : found[document];
}

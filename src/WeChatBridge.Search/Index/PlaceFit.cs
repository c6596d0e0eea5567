using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>How the documents of a part stand to the places a question names.</summary>
internal sealed class PlaceFit
{
    // What is left of the score and the evidence of a document about another place, and of one that names no place at all.
    private const double OfAnotherPlace = 0.5;
    private const double OfNoPlace = 0.9;

    private readonly int _places;
    private readonly IndexPart _part;
    private readonly bool _isHome;
    private readonly int[] _mentioned;

    private PlaceFit(IReadOnlyList<string> places, IndexPart part, bool isHome)
    {
        _places = places.Count;
        _part = part;
        _isHome = isHome;
        _mentioned = new int[places.Count == 0 ? 0 : part.Documents.Count];
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

        return _isHome && _part.NamesNoPlace(document)
            ? OfNoPlace
            : OfAnotherPlace + ((1 - OfAnotherPlace) / 2 * _mentioned[document] / _places);
    }

    private void Count(IReadOnlyList<uint> terms)
    {
        var found = new int[_mentioned.Length];
        for (var i = 0; i < terms.Count; i++)
        {
            var list = _part.Titles.Read(terms[i]);
            while (list.MoveNext())
            {
                found[list.Section] = found[list.Section] == i ? i + 1 : found[list.Section];
            }

            list = _part.Terms.Read(terms[i]);
            while (list.MoveNext())
            {
                var document = _part.DocumentOf[list.Section];
                found[document] = found[document] == i ? i + 1 : found[document];
            }
        }

        for (var i = 0; i < found.Length; i++)
        {
            _mentioned[i] += found[i] == terms.Count ? 1 : 0;
        }
    }
}

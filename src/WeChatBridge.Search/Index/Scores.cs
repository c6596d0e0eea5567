using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>BM25 of every section and every document of one part for one question; a heading counts more than text.</summary>
internal sealed class Scores : IDisposable
{
    // What an occurrence in a heading, in a heading above, or in a title is worth beside one in the text.
    private const float InHeading = 2.5f;
    private const float InHeadingAbove = 0.7f;
    private const float InTitle = 1;

    // A synonym helps to find candidates; it must not outvote the words that were typed.
    private const double ShareOfSynonyms = 0.7;

    // Of a large library a long question is found by its telling words; so many places are read for it, and what stands everywhere is left.
    // A library of some thousand sections hardly has as many.
    private const int MostPlacesRead = 250_000;

    // What each of the 256 packed occurrences counts in its section, and in its document.
    private static readonly float[] Frequencies = [.. AllOccurrences().Select(found =>
        found.InText + (InHeading * found.InHeading) + (found.Above ? InHeadingAbove : 0))];

    private static readonly float[] DocumentFrequencies = [.. AllOccurrences().Select(found => (float)(found.InText + found.InHeading))];

    private readonly IndexPart _part;
    // Rented: arrays of this size would go to the large object heap with every question.
    private readonly float[] _sections;
    private readonly float[] _documents;
    private readonly float[] _inDocument;
    // How many documents the term at hand was found in.
    private int _touched;

    private Scores(IndexPart part)
    {
        _part = part;
        _sections = RentCleared(part.Sections.Count);
        _documents = RentCleared(part.Documents.Count);
        _inDocument = RentCleared(part.Documents.Count);
    }

    /// <summary>What each section scores by itself.</summary>
    public ReadOnlySpan<float> Sections => _sections.AsSpan(0, _part.Sections.Count);

    /// <summary>What each document scores as a whole.</summary>
    public ReadOnlySpan<float> Documents => _documents.AsSpan(0, _part.Documents.Count);

    public static Scores Of(IndexPart part, QueryPlan plan)
    {
        var (scores, left) = (new Scores(part), MostPlacesRead);
        foreach (var (term, weight) in Gather(plan).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key))
        {
            var places = part.Terms.CountOf(term);
            if (places > left)
            {
                continue;
            }

            left -= places;
            scores.AddTitles(term);
            scores.AddSections(term, weight);
            scores.AddDocuments(term, weight);
        }

        return scores;
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_sections);
        ArrayPool<float>.Shared.Return(_documents);
        ArrayPool<float>.Shared.Return(_inDocument);
    }

    private static float[] RentCleared(int length)
    {
        var rented = ArrayPool<float>.Shared.Rent(length);
        rented.AsSpan(0, length).Clear();
        return rented;
    }

    private static IEnumerable<Occurrence> AllOccurrences() => Enumerable.Range(0, 256).Select(packed => new Occurrence((byte)packed));

    private static Dictionary<uint, double> Gather(QueryPlan plan)
    {
        var weights = new Dictionary<uint, double>();
        foreach (var term in plan.Terms)
        {
            foreach (var form in term.Forms)
            {
                var parts = Terms.Distinct(form.Text);
                var weight = term.Weight * form.Trust * (term.IsSynonym ? ShareOfSynonyms : 1) / Math.Max(parts.Count, 1);
                foreach (var part in parts)
                {
                    weights[part] = weights.GetValueOrDefault(part) + weight;
                }
            }
        }

        return weights;
    }

    private void AddTitles(uint term)
    {
        var list = _part.Titles.Read(term);
        while (list.MoveNext())
        {
            _touched += _inDocument[list.Section] == 0 ? 1 : 0;
            _inDocument[list.Section] += InTitle;
        }
    }

    // The way through a hundred thousand sections: everything read there is in arrays, what a packed occurrence is worth in a table, and
    // no branch depends on which document comes next, which no processor guesses.
    private void AddSections(uint term, double weight)
    {
        ReadOnlySpan<float> frequencies = Frequencies, inDocuments = DocumentFrequencies, saturations = _part.SectionSaturations;
        ReadOnlySpan<int> documentOf = _part.DocumentOf;
        var sections = _sections.AsSpan(0, saturations.Length);
        var found = _inDocument.AsSpan(0, _part.Documents.Count);
        var (factor, touched) = ((float)weight, 0);
        var list = _part.Terms.Read(term);
        while (list.MoveNext())
        {
            var (section, packed) = (list.Section, list.Occurrence.Packed);
            var frequency = frequencies[packed];
            sections[section] += factor * frequency / (frequency + saturations[section]);
            ref var ofDocument = ref found[documentOf[section]];
            touched += ofDocument == 0 ? 1 : 0;
            ofDocument += inDocuments[packed];
        }

        _touched += touched;
    }

    // The weight holds the term's rarity among sections; among documents it is another.
    private void AddDocuments(uint term, double weight)
    {
        if (_touched == 0)
        {
            return;
        }

        var among = Rarity.Of(_part.Terms.CountOf(term), _part.Sections.Count);
        var ratio = (float)(weight * Rarity.Of(_touched, _part.Documents.Count) / Math.Max(among, 0.01));
        var count = _part.Documents.Count;
        Add(_documents.AsSpan(0, count), _inDocument.AsSpan(0, count), _part.DocumentSaturations, ratio);
        _touched = 0;
    }

    // All documents at once, those without the term adding nothing: several in one step, and cheaper than remembering which have it.
    private static void Add(Span<float> scores, Span<float> frequencies, ReadOnlySpan<float> saturations, float ratio)
    {
        var scoresOfEight = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var frequenciesOfEight = MemoryMarshal.Cast<float, Vector<float>>(frequencies);
        var saturationsOfEight = MemoryMarshal.Cast<float, Vector<float>>(saturations);
        for (var i = 0; i < scoresOfEight.Length; i++)
        {
            scoresOfEight[i] += frequenciesOfEight[i] * ratio / (frequenciesOfEight[i] + saturationsOfEight[i]);
        }

        for (var i = scoresOfEight.Length * Vector<float>.Count; i < scores.Length; i++)
        {
            scores[i] += frequencies[i] * ratio / (frequencies[i] + saturations[i]);
        }

        frequencies.Clear();
    }
}

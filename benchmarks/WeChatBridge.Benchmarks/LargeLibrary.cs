using WeChatBridge.Search.Index;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Benchmarks;

/// <summary>A library far larger than any town's: outlines and sentences of real documents, recombined and said of other places.</summary>
internal sealed class LargeLibrary
{
    private const int FirstYear = 2004;
    private const int Years = 22;
    private const int MostSentences = 5;
    private const int SentencesFromElsewhere = 3;

    private readonly Dice _dice = new(20171231);
    private readonly List<Skeleton> _skeletons;
    private readonly List<Wording> _sentences;
    private readonly IReadOnlyList<string> _places;

    private LargeLibrary(IReadOnlyList<IndexedDocument> sources)
    {
        _places = [.. CharacterData.Lines("places")[0].Split(' ').Where(name => name.Length > 2)];
        _skeletons = [.. sources.Select(source => new Skeleton(source))];
        _sentences = [.. _skeletons.SelectMany(skeleton => skeleton.Sentences)];
    }

    /// <summary>Documents with so many sections together, always the same ones for the same sources.</summary>
    public static IReadOnlyList<IndexedDocument> Make(IReadOnlyList<IndexedDocument> sources, int sections)
    {
        var library = new LargeLibrary(sources);
        var documents = new List<IndexedDocument>();
        for (var left = sections; left > 0; left -= documents[^1].Sections.Count)
        {
            documents.Add(library.MakeDocument(documents.Count, left));
        }

        return documents;
    }

    private IndexedDocument MakeDocument(int number, int most)
    {
        var skeleton = _dice.Pick(_skeletons);
        var (place, year) = (_dice.Pick(_places), FirstYear + _dice.Below(Years));
        var source = skeleton.Source;
        var headings = skeleton.Headings.ConvertAll(heading => heading.Of(place, _dice));
        var sections = source.Sections.Take(most).Select((section, i) => section with
        {
            Heading = headings[i],
            HeadingPath = [.. skeleton.Above[i].Select(above => source.Sections[above].Number + headings[above])],
            Text = section.Text.Length == 0 ? "" : Say(skeleton, place),
        });
        return source with
        {
            Id = $"{number}",
            Title = place + skeleton.Title.Of(place, _dice),
            IssuingBody = $"{place}人民政府",
            IssuedOn = new DateOnly(year, 1 + _dice.Below(12), 1 + _dice.Below(28)),
            Year = year,
            Sections = [.. sections],
        };
    }

    private string Say(Skeleton skeleton, string place)
    {
        var count = 1 + _dice.Below(MostSentences);
        return string.Concat(Enumerable.Range(0, count).Select(_ =>
        {
            var pool = _dice.Below(MostSentences) < SentencesFromElsewhere || skeleton.Sentences.Count == 0 ? _sentences : skeleton.Sentences;
            return _dice.Pick(pool).Of(place, _dice);
        }));
    }

    /// <summary>A source document taken apart: its outline, and the sentences it is filled with.</summary>
    private sealed class Skeleton
    {
        public Skeleton(IndexedDocument source)
        {
            Source = source;
            Title = new Wording(source.Title);
            Headings = [.. source.Sections.Select(section => new Wording(section.Heading))];
            Above = [.. source.Sections.Select((_, i) => FindAbove(source.Sections, i))];
            Sentences = [.. source.Sections.SelectMany(section => Sentence.Split(section.Text)).Select(text => new Wording(text))];
        }

        public IndexedDocument Source { get; }

        public Wording Title { get; }

        public List<Wording> Headings { get; }

        public IReadOnlyList<IReadOnlyList<int>> Above { get; }

        public List<Wording> Sentences { get; }

        private static List<int> FindAbove(IReadOnlyList<IndexedSection> sections, int index)
        {
            var above = new List<int>();
            for (var (i, level) = (index - 1, sections[index].Level); i >= 0 && level > 1; i--)
            {
                if (sections[i].Level < level)
                {
                    above.Insert(0, i);
                    level = sections[i].Level;
                }
            }

            return above;
        }
    }
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;
using WeChatBridge.Search.Index;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Questions;

/// <summary>What a question is about, in a form that can be compared with another's.</summary>
internal sealed partial class Meaning
{
    // What one of the two says and the other does not: a full character on both sides (结婚, 离婚) is another matter.
    private const double MostOfItsOwn = 0.9;

    // One of the two may say more, as long as this part of it is what the other says too.
    private const double LeastShared = 0.6;

    // Where and how and by whom something is done is asked for by the same people.
    private const FactKinds Way = FactKinds.Place | FactKinds.Procedure | FactKinds.Person;

    private readonly string _text;
    private readonly double[] _weights;
    private readonly SpokenPairs _pairs;
    private readonly FrozenSet<char> _singles;
    private readonly FrozenSet<string> _numbers;
    private readonly IReadOnlyList<(int Start, int Length, IReadOnlyList<string> Others)> _synonyms;
    private readonly FactKinds _wanted;
    private readonly int? _year;
    private readonly int? _age;
    private readonly IReadOnlyList<string> _places;

    private Meaning(Question question, Vocabulary vocabulary)
    {
        _text = question.Text;
        _weights = WithoutSurroundings(question);
        _pairs = new SpokenPairs(_text);
        _singles = _text.Where((character, i) => CharacterFolding.IsHan(character) && _weights[i] > 0 && !HasNeighbour(i)).ToFrozenSet();
        _numbers = NumbersIn(_text).Select(number => number.Value).ToFrozenSet(StringComparer.Ordinal);
        _synonyms = [.. SynonymsIn(_text, vocabulary)];
        _wanted = (question.Wanted & Way) == FactKinds.None ? question.Wanted : question.Wanted | Way;
        _year = question.Year;
        _age = question.Age;
        _places = question.Places;
    }

    public static Meaning Of(Question question, Vocabulary vocabulary) => new(question, vocabulary);

    /// <summary>True where both ask the same. Symmetric; not transitive, as meaning is not.</summary>
    public bool IsSameAs(Meaning other)
    {
        if (_text == other._text && _year == other._year && _age == other._age)
        {
            return true;
        }

        return !ContradictsYear(other) && !ContradictsAge(other) && !ContradictsPlace(other) && !ContradictsWish(other) && Shares(other);
    }

    private bool ContradictsYear(Meaning other) => _year is not null && other._year is not null && _year != other._year;

    // 60岁 and 80岁 have other rights.
    private bool ContradictsAge(Meaning other) => _age is not null && other._age is not null && _age != other._age;

    private bool ContradictsPlace(Meaning other) => _places.Count > 0 && other._places.Count > 0 && !_places.Intersect(other._places).Any();

    private bool ContradictsWish(Meaning other) =>
        _wanted != FactKinds.None && other._wanted != FactKinds.None && (_wanted & other._wanted) == FactKinds.None;

    private bool Shares(Meaning other)
    {
        var (mine, others) = (_weights.Sum(), other._weights.Sum());
        if (mine <= 0 || others <= 0)
        {
            // Question words and nothing else: 怎么办 is the same as no other question.
            return false;
        }

        var (own, othersOwn) = (mine - SharedWith(other), others - other.SharedWith(this));
        return Math.Min(own, othersOwn) <= Math.Min(MostOfItsOwn, Math.Min(mine, others) * (1 - LeastShared))
            && own <= mine * (1 - LeastShared) && othersOwn <= others * (1 - LeastShared);
    }

    /// <summary>The weight of this question's characters that the other one says too, in whatever words.</summary>
    private double SharedWith(Meaning other)
    {
        var shared = new bool[_text.Length];
        for (var i = 0; i + 1 < _text.Length; i++)
        {
            if (SpokenPairs.Is(_text, i) && other._pairs.Says(_text[i], _text[i + 1]))
            {
                shared.AsSpan(i, 2).Fill(true);
            }
        }

        foreach (var (start, length, _) in _synonyms.Where(word => word.Others.Any(other._text.Contains)))
        {
            shared.AsSpan(start, length).Fill(true);
        }

        foreach (var (start, length, value) in NumbersIn(_text).Where(number => other._numbers.Contains(number.Value)))
        {
            shared.AsSpan(start, length).Fill(true);
        }

        ShareSingles(shared, other);
        return _weights.Where((_, i) => shared[i]).Sum();
    }

    // A character between question words has no neighbour to stand with (怎么装 beside 怎么安装); a word of letters is one thing.
    private void ShareSingles(bool[] shared, Meaning other)
    {
        for (var i = 0; i < _text.Length;)
        {
            var length = Math.Max(Terms.WordLength(_text.AsSpan(i)), 1);
            var isAlone = length > 1 || !CharacterFolding.IsHan(_text[i]) || !HasNeighbour(i);
            if ((isAlone || other._singles.Contains(_text[i]))
                && other._text.AsSpan().Contains(_text.AsSpan(i, length), StringComparison.Ordinal))
            {
                shared.AsSpan(i, length).Fill(true);
            }

            i += length;
        }
    }

    private bool HasNeighbour(int index) =>
        (index > 0 && _weights[index - 1] > 0) || (index + 1 < _weights.Length && _weights[index + 1] > 0);

    // Where and that it is now everybody knows who asks.
    private static double[] WithoutSurroundings(Question question)
    {
        var weights = question.Weights.ToArray();
        foreach (var now in Now().EnumerateMatches(question.Text))
        {
            weights.AsSpan(now.Index, now.Length).Clear();
        }

        foreach (var place in question.Places)
        {
            var at = question.Text.IndexOf(place, StringComparison.Ordinal);
            weights.AsSpan(at, place.Length).Clear();
        }

        return weights;
    }

    private static IEnumerable<(int Start, int Length, string Value)> NumbersIn(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = 0;
            while (start + length < text.Length
                && (ChineseNumeral.IsDigit(text[start + length]) || text[start + length] is '十' or '百' or '千'))
            {
                length++;
            }

            // 一 and 两 are half words: 一下, 一楼. A number worth comparing has two figures, or is written in Arabic ones.
            if (ChineseNumeral.Parse(text.AsSpan(start, length)) is { } value && (value > 9 || char.IsAsciiDigit(text[start])))
            {
                yield return (start, length, $"{value}");
            }

            start += Math.Max(length, 1);
        }
    }

    private static IEnumerable<(int Start, int Length, IReadOnlyList<string> Others)> SynonymsIn(string text, Vocabulary vocabulary)
    {
        for (var start = 0; start < text.Length; start++)
        {
            for (var length = 2; length <= Math.Min(vocabulary.LongestWord, text.Length - start); length++)
            {
                if (vocabulary.SynonymsOf(text.AsSpan(start, length)) is { Count: > 0 } others)
                {
                    yield return (start, length, others);
                }
            }
        }
    }

    [GeneratedRegex("今年|现在|目前|最近|眼下|今天|这几天|这两天|本月|这个月|咱这|我们这")]
    private static partial Regex Now();
}

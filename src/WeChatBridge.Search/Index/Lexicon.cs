using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>What is known of terms over all parts of an index.</summary>
internal sealed class Lexicon(IReadOnlyList<IndexPart> parts, Vocabulary vocabulary)
{
    /// <summary>How many sections there are.</summary>
    public int Sections { get; } = parts.Sum(part => part.Sections.Count);

    /// <summary>How many sections hold the term, or stand under a title that does.</summary>
    public int CountOf(uint term)
    {
        var count = 0;
        foreach (var part in parts)
        {
            count += part.Terms.CountOf(term) + part.Titles.CountOf(term);
        }

        return count;
    }

    /// <summary>How many sections hold every part of a text: at most as many as hold its rarest term.</summary>
    public int CountOf(string folded)
    {
        var terms = Terms.Distinct(folded);
        return terms.Count == 0 ? 0 : terms.Min(CountOf);
    }

    /// <summary>True where some title or issuing body holds the folded text.</summary>
    public bool IsInTitles(string folded)
    {
        var terms = Terms.Distinct(folded);
        return parts.Any(part => terms.All(term => part.Titles.CountOf(term) > 0));
    }

    /// <summary>Of all pairs of a first and a second character those that stand somewhere, with the number of sections.</summary>
    public IEnumerable<(char First, char Second, int Count)> PairsOf(IReadOnlyList<char> firsts, IReadOnlyList<char> seconds)
    {
        var places = new Dictionary<char, int>(seconds.Count);
        for (var i = 0; i < seconds.Count; i++)
        {
            places[seconds[i]] = i;
        }

        var counts = new int[seconds.Count];
        foreach (var first in firsts)
        {
            Array.Clear(counts);
            foreach (var part in parts)
            {
                part.Terms.AddCounts(first, places, counts);
                part.Titles.AddCounts(first, places, counts);
            }

            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i] > 0)
                {
                    yield return (first, seconds[i], counts[i]);
                }
            }
        }
    }

    /// <summary>The characters that follow <paramref name="first"/> anywhere, with the number of sections; repeats are possible.</summary>
    public void AddSuccessors(char first, List<(char Second, int Count)> successors)
    {
        foreach (var part in parts)
        {
            part.Terms.AddSuccessors(first, successors);
            part.Titles.AddSuccessors(first, successors);
        }

        foreach (var second in vocabulary.SuccessorsOf(first))
        {
            successors.Add((second, 1));
        }

        // Question words are typed in pinyin too, but a word of the documents read alike is likelier meant.
        foreach (var second in QuestionWords.SuccessorsOf(first))
        {
            successors.Add((second, 0));
        }
    }
}

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
    }
}

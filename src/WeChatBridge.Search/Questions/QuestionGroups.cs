using WeChatBridge.Search.Index;

namespace WeChatBridge.Search.Questions;

/// <summary>Puts questions together that mean the same: other words, script or spelling, the same wish.</summary>
/// <remarks>
/// A question joins a group only where it means the same as every wording in it, so that 「高龄津贴」 does not pull 「高龄津贴在哪办」 and
/// 「高龄津贴多少钱」 into one. Cost grows with the square of the wordings, not of the questions: <see cref="MostWordings"/> bounds it.
/// </remarks>
public static class QuestionGroups
{
    /// <summary>So many different wordings are compared with each other; the rest, the oldest, stand alone.</summary>
    public const int MostWordings = 2000;

    /// <summary>The groups, the most asked first; in each the questions from the newest to the oldest.</summary>
    /// <param name="questions">In any order.</param>
    /// <param name="vocabulary">Which words mean the same.</param>
    public static IReadOnlyList<QuestionGroup> Of(IEnumerable<AskedQuestion> questions, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var wordings = questions.GroupBy(question => question.Words, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(question => question.At).ThenByDescending(question => question.Id).ToList())
            .OrderByDescending(same => same[0].At).ThenByDescending(same => same[0].Id).ToList();
        var reader = new MeaningReader(wordings.Select(same => same[0].Words), vocabulary);
        var groups = new List<List<(Meaning Meaning, List<AskedQuestion> Questions)>>();
        foreach (var (same, number) in wordings.Select((same, number) => (same, number)))
        {
            var meaning = reader.Read(same[0].Words);
            var known = number < MostWordings ? groups.Find(group => group.TrueForAll(member => member.Meaning.IsSameAs(meaning))) : null;
            if (known is null)
            {
                groups.Add(known = []);
            }

            known.Add((meaning, same));
        }

        return [.. groups.Select(group => QuestionGroup.Of(group.SelectMany(member => member.Questions)))
            .OrderByDescending(group => group.Questions.Count).ThenByDescending(group => group.LastAskedAt)];
    }

    /// <summary>True where the two ask the same.</summary>
    public static bool BelongTogether(string one, string other, Vocabulary vocabulary)
    {
        var reader = new MeaningReader([one, other], vocabulary);
        return reader.Read(one).IsSameAs(reader.Read(other));
    }
}

/// <summary>A question somebody asked.</summary>
/// <param name="Id">The caller's number for it.</param>
/// <param name="Words">Its words.</param>
/// <param name="At">When it was asked.</param>
public sealed record AskedQuestion(long Id, string Words, DateTimeOffset At);

/// <summary>Questions that mean the same.</summary>
/// <param name="Questions">From the newest to the oldest; never empty.</param>
public sealed record QuestionGroup(IReadOnlyList<AskedQuestion> Questions)
{
    /// <summary>When it was first asked.</summary>
    public DateTimeOffset FirstAskedAt => Questions[^1].At;

    /// <summary>When it was last asked.</summary>
    public DateTimeOffset LastAskedAt => Questions[0].At;

    /// <summary>Its newest wordings, each once.</summary>
    /// <param name="most">How many are wanted.</param>
    public IReadOnlyList<string> Examples(int most) =>
        [.. Questions.Select(question => question.Words).Distinct(StringComparer.Ordinal).Take(most)];

    internal static QuestionGroup Of(IEnumerable<AskedQuestion> questions) =>
        new([.. questions.OrderByDescending(question => question.At).ThenByDescending(question => question.Id)]);
}

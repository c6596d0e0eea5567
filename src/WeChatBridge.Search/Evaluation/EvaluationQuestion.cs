namespace WeChatBridge.Search.Evaluation;

/// <summary>A question with what a good answer is.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="DocumentId">The document that answers; null where the question must be refused.</param>
/// <param name="Headings">The headings of sections that answer; empty where any section of the document may.</param>
/// <param name="Answer">Words the reply must hold; may be empty.</param>
public sealed record EvaluationQuestion(string Text, string? DocumentId, IReadOnlyList<string> Headings, string Answer)
{
    /// <summary>What stands in the second column of a question that must be refused.</summary>
    public const string RefusalMark = "NONE";

    /// <summary>
    /// Reads tab-separated lines: question, document or <see cref="RefusalMark"/>, headings separated by ||, answer. Empty lines and lines
    /// that begin with # are skipped.
    /// </summary>
    /// <exception cref="FormatException">A line has fewer than two columns; the message names it.</exception>
    public static IReadOnlyList<EvaluationQuestion> Parse(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return [.. lines.Where(line => line.Length > 0 && !line.StartsWith('#')).Select(ParseLine)];
    }

    private static EvaluationQuestion ParseLine(string line)
    {
        var columns = line.Split('\t');
        if (columns.Length < 2)
        {
            throw new FormatException($"A question needs at least two columns separated by tabs: {line}");
        }

        return new EvaluationQuestion(
            columns[0],
            columns[1] == RefusalMark ? null : columns[1],
            columns.Length > 2 ? columns[2].Split("||", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [],
            columns.Length > 3 ? columns[3] : "");
    }
}

namespace WeChatBridge.Search.Evaluation;

/// <summary>Measures a search on a question set.</summary>
public static class Evaluator
{
    // Of a long answer, this many characters in a row must be shown.
    private const int EnoughOfAnswer = 20;

    /// <summary>Asks every question and sums up.</summary>
    /// <param name="questions">The set.</param>
    /// <param name="ask">The search to measure.</param>
    /// <param name="sameDocument">True where two documents count as one (identical texts); null for equality.</param>
    public static EvaluationFigures Measure(
        IReadOnlyList<EvaluationQuestion> questions, Func<string, EvaluationReply> ask, Func<string, string, bool>? sameDocument = null)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(ask);
        var judged = questions.Select(question => Judge(question, ask(question.Text), sameDocument ?? string.Equals)).ToList();
        var toAnswer = judged.Where(one => one.Question.DocumentId is not null).ToList();
        var toRefuse = judged.Where(one => one.Question.DocumentId is null).ToList();
        return new EvaluationFigures
        {
            ToAnswer = toAnswer.Count,
            ToRefuse = toRefuse.Count,
            AnswerInFirstReply = Share(toAnswer, one => one.IsAnswered),
            HitAt1 = Share(toAnswer, one => one.SectionRank == 1),
            HitAt3 = Share(toAnswer, one => one.SectionRank is >= 1 and <= 3),
            MeanReciprocalRank = toAnswer.Count == 0 ? 0 : toAnswer.Average(one => one.SectionRank == 0 ? 0 : 1.0 / one.SectionRank),
            DocumentAt1 = Share(toAnswer, one => one.DocumentRank == 1),
            DocumentAt5 = Share(toAnswer, one => one.DocumentRank is >= 1 and <= 5),
            Choices = Share(judged, one => one.Reply.Shown > 1),
            MedianReplyLength = Median([.. judged.Where(one => one.Reply.Shown == 1).Select(one => one.Reply.Ranked[0].Text.Length)]),
            RefusedRightly = Share(toRefuse, one => one.Reply.Shown == 0),
            AnsweredWhenAnswerable = Share(toAnswer, one => one.Reply.Shown > 0),
        };
    }

    /// <summary>Judges one reply; to list what went wrong.</summary>
    public static EvaluatedQuestion Judge(EvaluationQuestion question, EvaluationReply reply, Func<string, string, bool> sameDocument)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(sameDocument);
        if (question.DocumentId is null)
        {
            return new EvaluatedQuestion(question, reply, 0, 0, reply.Shown == 0);
        }

        var documents = reply.Ranked.Select(hit => hit.DocumentId).Distinct(StringComparer.Ordinal).ToList();
        return new EvaluatedQuestion(
            question,
            reply,
            1 + reply.Ranked.ToList().FindIndex(hit => IsRight(question, hit, sameDocument)),
            1 + documents.FindIndex(document => sameDocument(document, question.DocumentId)),
            IsAnswered(question, reply, sameDocument));
    }

    private static bool IsAnswered(EvaluationQuestion question, EvaluationReply reply, Func<string, string, bool> sameDocument) =>
        reply.Shown switch
        {
            0 => false,
            1 => HoldsAnswer(question, reply.Ranked[0]),
            _ => reply.Ranked.Take(reply.Shown).Any(hit => IsRight(question, hit, sameDocument) && HoldsAnswer(question, hit)),
        };

    private static bool IsRight(EvaluationQuestion question, EvaluationHit hit, Func<string, string, bool> sameDocument) =>
        sameDocument(hit.DocumentId, question.DocumentId!)
        && (question.Headings.Count == 0 ? HoldsAnswer(question, hit) : question.Headings.Contains(hit.Heading, StringComparer.Ordinal));

    private static bool HoldsAnswer(EvaluationQuestion question, EvaluationHit hit)
    {
        // A reply names the section it shows.
        var (answer, text) = (WithoutSpace(question.Answer), WithoutSpace($"{hit.Heading}\n{hit.Text}"));
        if (text.Contains(answer, StringComparison.Ordinal))
        {
            return true;
        }

        for (var start = 0; start + EnoughOfAnswer <= answer.Length; start++)
        {
            if (text.Contains(answer.Substring(start, EnoughOfAnswer), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static double Share(List<EvaluatedQuestion> all, Func<EvaluatedQuestion, bool> holds) =>
        all.Count == 0 ? 0 : (double)all.Count(holds) / all.Count;

    private static int Median(List<int> values)
    {
        values.Sort();
        return values.Count == 0 ? 0 : values[values.Count / 2];
    }
}

/// <summary>One question of a set with how it fared.</summary>
/// <param name="Question">The question.</param>
/// <param name="Reply">What came.</param>
/// <param name="SectionRank">Rank of the first right section, from 1; 0 where none came.</param>
/// <param name="DocumentRank">Rank of the right document, from 1; 0 where it did not come.</param>
/// <param name="IsAnswered">True where the first reply holds the answer, or rightly refuses.</param>
public sealed record EvaluatedQuestion(
    EvaluationQuestion Question, EvaluationReply Reply, int SectionRank, int DocumentRank, bool IsAnswered);

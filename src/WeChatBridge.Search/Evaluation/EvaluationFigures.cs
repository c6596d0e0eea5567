namespace WeChatBridge.Search.Evaluation;

/// <summary>The measures of a question set; every share is between 0 and 1.</summary>
public sealed record EvaluationFigures
{
    /// <summary>Questions that have an answer.</summary>
    public required int ToAnswer { get; init; }

    /// <summary>Questions that must be refused.</summary>
    public required int ToRefuse { get; init; }

    /// <summary>Share of answerable questions whose answer stands in the first reply, or whose section is in the choice.</summary>
    public required double AnswerInFirstReply { get; init; }

    /// <summary>Share of answerable questions with a right section first.</summary>
    public required double HitAt1 { get; init; }

    /// <summary>Share with a right section among the first three.</summary>
    public required double HitAt3 { get; init; }

    /// <summary>Mean of one divided by the rank of the first right section (MRR).</summary>
    public required double MeanReciprocalRank { get; init; }

    /// <summary>Share with the right document first.</summary>
    public required double DocumentAt1 { get; init; }

    /// <summary>Share with the right document among the first five documents.</summary>
    public required double DocumentAt5 { get; init; }

    /// <summary>Share of all questions that were answered with a choice.</summary>
    public required double Choices { get; init; }

    /// <summary>Half of the replies with one section are at most this long, in characters.</summary>
    public required int MedianReplyLength { get; init; }

    /// <summary>Share of the questions to be refused that were.</summary>
    public required double RefusedRightly { get; init; }

    /// <summary>Share of the answerable questions that were not refused.</summary>
    public required double AnsweredWhenAnswerable { get; init; }
}

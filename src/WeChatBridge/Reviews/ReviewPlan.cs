namespace WeChatBridge.Reviews;

/// <summary>Which steps follow the author's, in their order, and at which of them the secrecy check (保密审查) is made.</summary>
internal sealed record ReviewPlan(IReadOnlyList<ReviewStepKind> Steps, ReviewStepKind? SecrecyCheckAt)
{
    private const char BeforeCheck = ';';

    /// <summary>How many different people it takes, the author among them.</summary>
    public int People => Steps.Count + 1;

    public ReviewStepKind Last => Steps[^1];

    /// <summary>The form it is frozen in with each review: a later change of the settings changes no review that runs.</summary>
    public string ToText() => string.Join(',', Steps) + BeforeCheck + SecrecyCheckAt;

    /// <exception cref="FormatException">It is not of the form <see cref="ToText"/> writes.</exception>
    public static ReviewPlan Parse(string text) => text.Split(BeforeCheck) is [var steps, var check]
        ? new ReviewPlan(ParseSteps(steps), check.Length == 0 ? null : ParseStep(check))
        : throw new FormatException(text);

    /// <summary>Author and signing officer alone (紧急); what is left out is examined afterwards.</summary>
    public ReviewPlan InEmergency() => new([Last], SecrecyCheckAt is null ? null : Last);

    /// <summary>The steps an emergency left out.</summary>
    public ReviewPlan Afterwards() => new([.. Steps.Take(Steps.Count - 1)], null);

    /// <exception cref="FormatException">A word is no step.</exception>
    public static IReadOnlyList<ReviewStepKind> ParseSteps(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseStep)];

    /// <exception cref="FormatException">The word is no step.</exception>
    public static ReviewStepKind ParseStep(string word) =>
        Enum.TryParse<ReviewStepKind>(word, out var step) && Enum.IsDefined(step) ? step : throw new FormatException(word);

    public bool Equals(ReviewPlan? other) => other is not null && ToText() == other.ToText();

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToText());
}

/// <summary>The steps of a review, in the only order they can have.</summary>
internal enum ReviewStepKind
{
    /// <summary>经办人 signs for what they submit.</summary>
    Author,

    /// <summary>初审.</summary>
    First,

    /// <summary>复审.</summary>
    Second,

    /// <summary>终审.</summary>
    Final,

    /// <summary>核准: the one second person of rules, reports and the like.</summary>
    Confirm,

    /// <summary>签发.</summary>
    SignOff,
}

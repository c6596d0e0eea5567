namespace WeChatBridge.Reviews;

/// <summary>Which steps each kind of version goes through after its author's (configuration section <c>Reviews</c>).</summary>
internal sealed record ReviewOptions
{
    public const string Section = "Reviews";

    public ReviewPlanOptions Article { get; init; } = new() { Steps = "Second, SignOff", SecrecyCheckAt = "Second" };

    public ReviewPlanOptions Report { get; init; } = new();

    public ReviewPlanOptions Rule { get; init; } = new();

    public ReviewPlanOptions Synonyms { get; init; } = new();

    public ReviewPlanOptions WelcomeText { get; init; } = new();

    public ReviewPlanOptions Menu { get; init; } = new();

    public ReviewPlanOptions ContactCard { get; init; } = new();
}

/// <summary>The steps of one kind.</summary>
internal sealed record ReviewPlanOptions
{
    /// <summary>Names of <see cref="ReviewStepKind"/> joined by commas; each is a different person, and none is the author.</summary>
    public string Steps { get; init; } = nameof(ReviewStepKind.Confirm);

    /// <summary>One of the steps, or empty where no secrecy check is made.</summary>
    public string SecrecyCheckAt { get; init; } = "";
}

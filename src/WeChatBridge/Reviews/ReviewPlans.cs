using WeChatBridge.Texts;

namespace WeChatBridge.Reviews;

/// <summary>The plan of every kind, read and checked once at start.</summary>
internal sealed class ReviewPlans
{
    private readonly Dictionary<ReviewedKind, ReviewPlan> _plans;

    /// <exception cref="ConfigurationRefusedException">A plan has no second person, a step twice, or steps out of order.</exception>
    public ReviewPlans(ReviewOptions options) => _plans = new Dictionary<ReviewedKind, ReviewPlan>
    {
        [ReviewedKind.Article] = Read(nameof(options.Article), options.Article),
        [ReviewedKind.Report] = Read(nameof(options.Report), options.Report),
        [ReviewedKind.Rule] = Read(nameof(options.Rule), options.Rule),
        [ReviewedKind.Synonyms] = Read(nameof(options.Synonyms), options.Synonyms),
        [ReviewedKind.WelcomeText] = Read(nameof(options.WelcomeText), options.WelcomeText),
        [ReviewedKind.Menu] = Read(nameof(options.Menu), options.Menu),
        [ReviewedKind.ContactCard] = Read(nameof(options.ContactCard), options.ContactCard),
    };

    public ReviewPlan Of(ReviewedKind kind) => _plans[kind];

    private static ReviewPlan Read(string kind, ReviewPlanOptions options)
    {
        var key = $"{ReviewOptions.Section}:{kind}";
        try
        {
            var steps = ReviewPlan.ParseSteps(options.Steps);
            var check = options.SecrecyCheckAt.Trim() is { Length: > 0 } word ? ReviewPlan.ParseStep(word) : (ReviewStepKind?)null;
            return Objection(steps, check) is { } objection
                ? throw new ConfigurationRefusedException(StaffTexts.ConfigurationMalformed.With(key, objection))
                : new ReviewPlan(steps, check);
        }
        catch (FormatException exception)
        {
            throw new ConfigurationRefusedException(
                StaffTexts.ConfigurationMalformed.With(key, StaffTexts.ReviewPlanUnknownStep.With(exception.Message)), exception);
        }
    }

    private static string? Objection(IReadOnlyList<ReviewStepKind> steps, ReviewStepKind? check) => steps switch
    {
        [] => StaffTexts.ReviewPlanTooFew,
        _ when steps.Contains(ReviewStepKind.Author) => StaffTexts.ReviewPlanTooFew,
        _ when !steps.SequenceEqual(steps.Distinct().Order()) => StaffTexts.ReviewPlanOrder,
        _ when check is { } at && !steps.Contains(at) => StaffTexts.ReviewPlanCheck,
        _ => null,
    };
}

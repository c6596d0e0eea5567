using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.Reviews;

/// <summary>
/// The examination (审核) of one version by different people in a fixed order. Each act either changes it or names in Chinese why
/// not (<see cref="ReviewRules"/>), and there is no other way to change it.
/// </summary>
internal sealed partial class Review
{
    private readonly List<ReviewStep> _steps = [];

    private Review()
    {
    }

    public long Id { get; private set; }

    public ReviewedKind Kind { get; private set; }

    public string AccountKey { get; private set; } = "";

    public string SubjectId { get; private set; } = "";

    public string ContentHash { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Everybody who wrote in it, by sign-in name.</summary>
    public IReadOnlyList<string> Authors { get; private set; } = [];

    /// <summary>The plan as it was when the version was submitted.</summary>
    public ReviewPlan Plan { get; private set; } = new([], null);

    public ReviewState State { get; private set; }

    public int Round { get; private set; }

    /// <summary>How many steps of the plan are behind it in this round.</summary>
    public int StepsDone { get; private set; }

    /// <summary>A reviewer could not decide (上报): the last step is now decided by who may decide that.</summary>
    public bool IsSentUp { get; private set; }

    /// <summary>Author and signing officer alone; the steps left out follow afterwards (<see cref="FollowsUpId"/>).</summary>
    public bool IsEmergency { get; private set; }

    /// <summary>The review whose left-out steps this one makes up for; it releases nothing.</summary>
    public long? FollowsUpId { get; private set; }

    /// <summary>Which round of it: another signature in an emergency is another matter for other people. 0 where it follows up nothing.</summary>
    public int FollowsUpRound { get; private set; }

    /// <summary>Released on the word of the store's installer, with no steps.</summary>
    public bool IsByInstaller { get; private set; }

    /// <summary>The sending has begun, and something went out or may have: too late to take an approval back.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>The subject has read otherwise since its version was in use: the approval ends with the use.</summary>
    public bool IsWrittenOver { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Grows with each act. Who acts names the number they saw; a later one means that somebody was faster.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<ReviewStep> Steps => _steps;

    public ReviewStepKind? NextStep => State == ReviewState.Open ? Plan.Steps[StepsDone] : null;

    public IEnumerable<ReviewStep> StepsOfRound() => _steps.Where(step => step.Round == Round);

    /// <summary>The next step is the one that decides.</summary>
    public bool IsAtLast => StepsDone == Plan.Steps.Count - 1;

    public static Review Open(ReviewedVersion version, ReviewPlan plan, string by, string emergencyReason, DateTimeOffset at)
    {
        var review = Of(version, at);
        review.Start(plan, by, emergencyReason, at);
        return review;
    }

    public static Review ByInstaller(ReviewedVersion version, DateTimeOffset at)
    {
        var review = Of(version, at);
        review.IsByInstaller = true;
        review.State = ReviewState.Passed;
        return review;
    }

    /// <summary>The installer brings back a version that was withdrawn or overtaken.</summary>
    public void ReleaseAgain(DateTimeOffset at)
    {
        IsByInstaller = true;
        State = ReviewState.Passed;
        Touch(at);
    }

    /// <summary>The review of the steps an emergency left out; nobody who acted in the emergency can do them.</summary>
    public Review FollowUp(ReviewPlan plan, DateTimeOffset at) => new()
    {
        Kind = Kind,
        AccountKey = AccountKey,
        SubjectId = SubjectId,
        ContentHash = ContentHash,
        Title = Title,
        Authors = [.. People().Union(Authors)],
        Plan = plan.Afterwards(),
        FollowsUpId = Id,
        FollowsUpRound = Round,
        Round = 1,
        ChangedAt = at,
    };

    /// <summary>Why this version cannot be submitted once more; null when it can.</summary>
    public string? ObjectionToReopening() =>
        State is ReviewState.Returned or ReviewState.Rejected ? StaffTexts.ReviewUnchanged.With(ReviewRules.NameOf(State)) : null;

    /// <summary>Submits the same version once more after it was withdrawn or overtaken: everybody examines it again.</summary>
    public void Reopen(ReviewPlan plan, string by, string emergencyReason, DateTimeOffset at)
    {
        StepsDone = 0;
        IsSentUp = false;
        IsByInstaller = false;
        Start(plan, by, emergencyReason, at);
    }

    public string? Approve(Reviewer by, ReviewWords words, DateTimeOffset at)
    {
        if ((this.ObjectionTo(by) ?? this.ObjectionToCheck(words)) is { } objection)
        {
            return objection;
        }

        Add(ReviewVerdict.Approved, by, words, at);
        StepsDone++;
        if (StepsDone == Plan.Steps.Count)
        {
            State = ReviewState.Passed;
        }

        return null;
    }

    /// <summary>Back to the author, who changes it and submits the changed version.</summary>
    public string? Return(Reviewer by, ReviewWords words, DateTimeOffset at) => FollowsUpId is not null
        ? StaffTexts.ReviewFollowUpReturn
        : Close(ReviewState.Returned, ReviewVerdict.Returned, by, words, at);

    /// <summary>This version is not released (不予发布).</summary>
    public string? Reject(Reviewer by, ReviewWords words, DateTimeOffset at) =>
        Close(ReviewState.Rejected, ReviewVerdict.Rejected, by, words, at);

    /// <summary>The person cannot decide: the others go on, and the last step belongs to who may decide what was sent up.</summary>
    public string? SendUp(Reviewer by, ReviewWords words, DateTimeOffset at)
    {
        if ((this.ObjectionTo(by) ?? words.ObjectionToReason()) is { } objection)
        {
            return objection;
        }

        if (IsSentUp && IsAtLast)
        {
            return StaffTexts.ReviewSentUpAlready;
        }

        Add(ReviewVerdict.SentUp, by, words, at);
        IsSentUp = true;
        StepsDone += IsAtLast ? 0 : 1;
        return null;
    }

    /// <summary>Takes one's own part back, or, as signing officer, everybody's. The version must then be submitted again.</summary>
    public string? Withdraw(Reviewer by, ReviewWords words, DateTimeOffset at)
    {
        if (State is not (ReviewState.Open or ReviewState.Passed))
        {
            return StaffTexts.ReviewNotOpen.With(ReviewRules.NameOf(State));
        }

        if (UsedAt is not null)
        {
            return StaffTexts.ReviewInUse;
        }

        if (FollowsUpId is not null)
        {
            return StaffTexts.ReviewFollowUpWithdraw;
        }

        if (!StepsOfRound().Any(step => step.By == by.Name) && !by.Permissions.Contains(Permission.SignOff))
        {
            return StaffTexts.ReviewNotYours;
        }

        if (words.ObjectionToReason() is { } objection)
        {
            return objection;
        }

        // Withdrawing is no step of the plan; it is noted at the one that had been reached.
        Add(ReviewVerdict.Withdrawn, by, words, at);
        State = ReviewState.Withdrawn;
        return null;
    }

    /// <summary>Who has acted in this round; a person somebody stood in for has acted too.</summary>
    public IEnumerable<string> People() =>
        StepsOfRound().SelectMany(step => new[] { step.By, step.OnBehalfOf }).Where(name => name.Length > 0).Distinct();

    private static Review Of(ReviewedVersion version, DateTimeOffset at) => new()
    {
        Kind = version.Kind,
        AccountKey = version.AccountKey,
        SubjectId = version.SubjectId,
        ContentHash = version.ContentHash,
        Title = version.Title,
        Authors = [.. version.CoAuthors.Prepend(version.Author).Distinct()],
        ChangedAt = at,
    };

    private void Start(ReviewPlan plan, string by, string emergencyReason, DateTimeOffset at)
    {
        IsEmergency = emergencyReason.Length > 0;
        Plan = IsEmergency ? plan.InEmergency() : plan;
        Authors = [.. Authors.Append(by).Distinct()];
        State = ReviewState.Open;
        Round++;
        _steps.Add(ReviewStep.Of(
            new ReviewStepPlace(_steps.Count, Round, ReviewStepKind.Author, FromAbove: false),
            ReviewVerdict.Signed,
            new Reviewer(by, "", new HashSet<Permission>()),
            new ReviewWords(emergencyReason),
            at));
        Touch(at);
    }

    private string? Close(ReviewState state, ReviewVerdict verdict, Reviewer by, ReviewWords words, DateTimeOffset at)
    {
        if ((this.ObjectionTo(by) ?? words.ObjectionToReason()) is { } objection)
        {
            return objection;
        }

        Add(verdict, by, words, at);
        State = state;
        return null;
    }

    private void Add(ReviewVerdict verdict, Reviewer by, ReviewWords words, DateTimeOffset at)
    {
        var kind = Plan.Steps[Math.Min(StepsDone, Plan.Steps.Count - 1)];
        var fromAbove = verdict == ReviewVerdict.Approved && IsSentUp && IsAtLast;
        _steps.Add(ReviewStep.Of(new ReviewStepPlace(_steps.Count, Round, kind, fromAbove), verdict, by, words, at));
        Touch(at);
    }

    private void Touch(DateTimeOffset at)
    {
        ChangedAt = at;
        Revision++;
    }
}

using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.Reviews;

/// <summary>
/// What must hold before a step is done, and before a version is released; each rule answers with a sentence for the person.
/// </summary>
internal static class ReviewRules
{
    /// <summary>Why this person cannot do the next step; null when they can.</summary>
    public static string? ObjectionTo(this Review review, Reviewer by)
    {
        if (review.State != ReviewState.Open)
        {
            return StaffTexts.ReviewNotOpen.With(NameOf(review.State));
        }

        if (review.Authors.Contains(by.Name))
        {
            return StaffTexts.ReviewOwnWork;
        }

        var acted = review.People().ToList();
        if (acted.Contains(by.Name))
        {
            return StaffTexts.ReviewActedBefore;
        }

        if (by.OnBehalfOf.Length > 0 && (review.Authors.Contains(by.OnBehalfOf) || acted.Contains(by.OnBehalfOf)))
        {
            return StaffTexts.ReviewDelegatorActed.With(by.OnBehalfOf);
        }

        var needed = review.IsSentUp && review.IsAtLast
            ? Permission.DecideSentUp
            : ReviewPermissions.ToDecide(review.Kind, review.Plan.Steps[review.StepsDone]);
        return by.Permissions.Contains(needed) ? null : StaffTexts.ReviewStepForbidden.With(PermissionTable.NameOf(needed));
    }

    /// <summary>The check is made at its step, and again by who decides what was sent up; everybody after it has seen it.</summary>
    public static string? ObjectionToCheck(this Review review, ReviewWords words)
    {
        if (review.Plan.SecrecyCheckAt is not { } at)
        {
            return null;
        }

        if (review.Plan.Steps[review.StepsDone] == at || (review.IsSentUp && review.IsAtLast))
        {
            return words.Secrecy is null ? StaffTexts.SecrecyMissing : words.Secrecy.Objection();
        }

        return review.Plan.Steps[review.StepsDone] < at || words.SawSecrecyCheck ? null : StaffTexts.SecrecyUnseen;
    }

    /// <summary>
    /// Why a version that is being examined may not leave this system even for a few named people: what the platform carries is out of the
    /// office's hands, so that the secrecy check comes first, and nobody is still waiting for a decision from above.
    /// </summary>
    public static string? ObjectionToShowing(this Review review) => review switch
    {
        { State: not ReviewState.Open } => StaffTexts.ShowingNotOpen.With(NameOf(review.State)),
        { IsSentUp: true } => StaffTexts.ShowingSentUp,
        { Plan.SecrecyCheckAt: null } => null,
        _ => review.StepsOfRound().LastOrDefault(step => step.Secrecy.Count > 0) is { Verdict: ReviewVerdict.Approved } check
            ? new SecrecyCheck(check.Secrecy).Objection()
            : StaffTexts.ShowingNeedsSecrecyCheck,
    };

    public static string? ObjectionToReason(this ReviewWords words) =>
        string.IsNullOrWhiteSpace(words.Reason) ? StaffTexts.ReviewNeedsReason : null;

    /// <summary>Whether the people the plan asks for have all passed it: what a release rests on, counted from the steps alone.</summary>
    public static bool IsComplete(this Review review)
    {
        if (review.State != ReviewState.Passed || review.FollowsUpId is not null || review.IsByInstaller)
        {
            return review.State == ReviewState.Passed && review.IsByInstaller;
        }

        var dealtWith = review.StepsOfRound().Where(step => step.Verdict is ReviewVerdict.Approved or ReviewVerdict.SentUp).ToList();
        return review.Plan.Steps.All(kind => dealtWith.Any(step => step.Kind == kind))
            && dealtWith[^1].Verdict == ReviewVerdict.Approved
            && dealtWith.Select(step => step.By).Except(review.Authors).Distinct().Count() >= review.Plan.Steps.Count;
    }

    /// <summary>The state as staff call it.</summary>
    public static string NameOf(ReviewState state) => state switch
    {
        ReviewState.Open => StaffTexts.ReviewOpen,
        ReviewState.Returned => StaffTexts.ReviewReturned,
        ReviewState.Rejected => StaffTexts.ReviewRejected,
        ReviewState.Passed => StaffTexts.ReviewPassed,
        ReviewState.Withdrawn => StaffTexts.ReviewWithdrawn,
        _ => StaffTexts.ReviewSuperseded,
    };

    /// <summary>The verdict as staff call it.</summary>
    public static string NameOf(ReviewVerdict verdict) => verdict switch
    {
        ReviewVerdict.Signed => StaffTexts.VerdictSigned,
        ReviewVerdict.Approved => StaffTexts.VerdictApproved,
        ReviewVerdict.Returned => StaffTexts.VerdictReturned,
        ReviewVerdict.Rejected => StaffTexts.VerdictRejected,
        ReviewVerdict.SentUp => StaffTexts.VerdictSentUp,
        _ => StaffTexts.VerdictWithdrawn,
    };
}

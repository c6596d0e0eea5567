using System.Globalization;
using WeChatBridge.Accounts;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Publishing;
using WeChatBridge.Reports;
using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>What the parts of a case are called in its page.</summary>
internal static class CaseWords
{
    /// <summary>In the office's zone, to the second.</summary>
    public static string Of(DateTimeOffset? at) =>
        at?.ToOffset(OfficeTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    public static string Of(SendingAct act) => act switch
    {
        SendingAct.Publish => CaseFileTexts.ActPublish,
        SendingAct.MassSend => CaseFileTexts.ActMassSend,
        _ => CaseFileTexts.ActDraftOnly,
    };

    public static string Of(PublicationState state) => state switch
    {
        PublicationState.Scheduled => CaseFileTexts.StateScheduled,
        PublicationState.Sending => CaseFileTexts.StateSending,
        PublicationState.Submitted => CaseFileTexts.StateSubmitted,
        PublicationState.Published => CaseFileTexts.StatePublished,
        PublicationState.DraftReady => CaseFileTexts.StateDraftReady,
        PublicationState.Stopped => CaseFileTexts.StateStopped,
        PublicationState.OutcomeUnknown => CaseFileTexts.StateOutcomeUnknown,
        PublicationState.Refused => CaseFileTexts.StateRefused,
        PublicationState.Cancelled => CaseFileTexts.StateCancelled,
        _ => CaseFileTexts.StateWithdrawn,
    };

    public static string Of(SendingStep step) => step switch
    {
        SendingStep.BodyPicture => CaseFileTexts.StepBodyPicture,
        SendingStep.Cover => CaseFileTexts.StepCover,
        SendingStep.Draft => CaseFileTexts.StepDraft,
        SendingStep.DraftComparison => CaseFileTexts.StepDraftComparison,
        SendingStep.Publish => CaseFileTexts.StepPublish,
        SendingStep.MassSend => CaseFileTexts.StepMassSend,
        SendingStep.Outcome => CaseFileTexts.StepOutcome,
        SendingStep.Withdrawal => CaseFileTexts.StepWithdrawal,
        SendingStep.DraftSearch => CaseFileTexts.StepDraftSearch,
        SendingStep.DraftRemoval => CaseFileTexts.StepDraftRemoval,
        _ => step.ToString(),
    };

    public static string Of(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Begun => CaseFileTexts.AttemptBegun,
        AttemptOutcome.Done => CaseFileTexts.AttemptDone,
        AttemptOutcome.Refused => CaseFileTexts.AttemptRefused,
        _ => CaseFileTexts.AttemptUnknown,
    };

    public static string Of(ReviewVerdict verdict) => verdict switch
    {
        ReviewVerdict.Signed => StaffTexts.VerdictSigned,
        ReviewVerdict.Approved => StaffTexts.VerdictApproved,
        ReviewVerdict.Returned => StaffTexts.VerdictReturned,
        ReviewVerdict.Rejected => StaffTexts.VerdictRejected,
        ReviewVerdict.SentUp => StaffTexts.VerdictSentUp,
        _ => StaffTexts.VerdictWithdrawn,
    };

    public static string Of(SecrecyVerdict verdict) => verdict switch
    {
        SecrecyVerdict.No => StaffTexts.SecrecyNo,
        SecrecyVerdict.Yes => StaffTexts.SecrecyYes,
        _ => StaffTexts.SecrecyCannotTell,
    };

    /// <summary>The class of a disclosure; what has no name of ours stands as it was written.</summary>
    public static string OfClass(string disclosure) => disclosure switch
    {
        nameof(DisclosureClass.Proactive) => CaseFileTexts.ClassProactive,
        nameof(DisclosureClass.OnRequest) => CaseFileTexts.ClassOnRequest,
        nameof(DisclosureClass.Withheld) => CaseFileTexts.ClassWithheld,
        _ => disclosure,
    };

    public static string OfVisibility(string visibility) => visibility switch
    {
        nameof(Visibility.Public) => CaseFileTexts.VisibilityPublic,
        nameof(Visibility.Internal) => CaseFileTexts.VisibilityInternal,
        _ => visibility,
    };

    public static string Of(CaseFileUse use) => use switch
    {
        CaseFileUse.Cover => CaseFileTexts.UseCover,
        CaseFileUse.Picture => CaseFileTexts.UsePicture,
        _ => CaseFileTexts.UseAttachment,
    };
}

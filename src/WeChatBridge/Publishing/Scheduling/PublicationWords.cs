using WeChatBridge.Accounts;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Publications in the office's words.</summary>
internal static class PublicationWords
{
    public static string NameOf(SendingAct act) => act switch
    {
        SendingAct.Publish => PublishingTexts.ActPublish,
        SendingAct.MassSend => PublishingTexts.ActMassSend,
        _ => PublishingTexts.ActDraftOnly,
    };

    public static string NameOf(PublicationState state) => state switch
    {
        PublicationState.Scheduled => PublishingTexts.StateScheduled,
        PublicationState.Sending => PublishingTexts.StateSending,
        PublicationState.Submitted => PublishingTexts.StateSubmitted,
        PublicationState.Published => PublishingTexts.StatePublished,
        PublicationState.DraftReady => PublishingTexts.StateDraftReady,
        PublicationState.Stopped => PublishingTexts.StateStopped,
        PublicationState.OutcomeUnknown => PublishingTexts.StateOutcomeUnknown,
        PublicationState.Refused => PublishingTexts.StateRefused,
        PublicationState.Cancelled => PublishingTexts.StateCancelled,
        _ => PublishingTexts.StateWithdrawn,
    };

    public static string NameOf(StopReason reason) => reason switch
    {
        StopReason.None => "",
        StopReason.Late => PublishingTexts.StopLate,
        StopReason.NotReleased => PublishingTexts.StopNotReleased,
        StopReason.QuotaExhausted => PublishingTexts.StopQuotaExhausted,
        StopReason.RightMissing => PublishingTexts.StopRightMissing,
        StopReason.AccountRefused => PublishingTexts.StopAccountRefused,
        StopReason.NotConfirmed => PublishingTexts.StopNotConfirmed,
        StopReason.ContentRejected => PublishingTexts.StopContentRejected,
        StopReason.PictureFailed => PublishingTexts.StopPictureFailed,
        StopReason.ContentLost => PublishingTexts.StopContentLost,
        StopReason.NotReached => PublishingTexts.StopNotReached,
        _ => PublishingTexts.StopNotSent,
    };

    public static string NameOf(SendingStep step) => step switch
    {
        SendingStep.BodyPicture => PublishingTexts.StepBodyPicture,
        SendingStep.Cover => PublishingTexts.StepCover,
        SendingStep.Draft => PublishingTexts.StepDraft,
        SendingStep.DraftComparison => PublishingTexts.StepDraftComparison,
        SendingStep.Publish => PublishingTexts.StepPublish,
        SendingStep.MassSend => PublishingTexts.StepMassSend,
        SendingStep.Outcome => PublishingTexts.StepOutcome,
        SendingStep.DraftSearch => PublishingTexts.StepDraftSearch,
        SendingStep.DraftRemoval => PublishingTexts.StepDraftRemoval,
        SendingStep.Preview => PublishingTexts.StepPreview,
        _ => PublishingTexts.StepWithdrawal,
    };

    public static string NameOf(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Begun => PublishingTexts.AttemptBegun,
        AttemptOutcome.Done => PublishingTexts.AttemptDone,
        AttemptOutcome.Refused => PublishingTexts.AttemptRefused,
        _ => PublishingTexts.AttemptUnknown,
    };

    public static string AudienceOf(int? tag) => tag is { } one ? PublishingTexts.AudienceTag.With(one) : PublishingTexts.AudienceAll;

    /// <summary>The titles of a message, the first one in front.</summary>
    public static string TitleOf(Publication publication) =>
        string.Join("；", publication.Items.OrderBy(item => item.Position).Select(item => $"《{item.Title}》"));

    /// <summary>When which versions go out, as the audit trail says it.</summary>
    public static string PlanOf(DateTimeOffset dueAt, IEnumerable<(string SubjectId, string ContentHash)> versions) =>
        $"due {dueAt.ToOffset(OfficeTime.Offset):yyyy-MM-ddTHH:mmzzz}; "
            + string.Join(' ', versions.Select(version => $"{version.SubjectId} sha256 {version.ContentHash}"));

    /// <summary>What the audit trail says of it: ids and hashes, never the words.</summary>
    public static Audit.AuditedAct Audited(string action, Publication publication, string by, string detail) => new(
        by,
        publication.AccountKey,
        action,
        $"publication/{publication.Id}",
        $"{publication.Act}; {publication.State}; "
            + PlanOf(publication.DueAt, publication.Items.OrderBy(item => item.Position).Select(item => (item.SubjectId, item.ContentHash)))
            + (detail.Length > 0 ? $"; {detail}" : ""));
}

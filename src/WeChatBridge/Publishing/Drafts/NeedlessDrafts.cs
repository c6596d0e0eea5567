using WeChatBridge.Publishing.Previews;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Drafts;

/// <summary>Which drafts nobody needs any more. Once needless a draft stays so: the next sending always makes its own.</summary>
internal static class NeedlessDrafts
{
    /// <summary>
    /// Never one of a publication whose outcome is unknown, for it may be public; and never one that is ready for a person to send, until
    /// they call it off.
    /// </summary>
    public static IQueryable<OwnDraft> In(BridgeContext context) => context.Set<OwnDraft>().Where(draft => draft.State == OwnDraftState.There
        && (Needless(context).Any(one => one.Id == draft.PublicationId)
            // What is sent again after it was believed not sent keeps its name, but not its draft.
            || Superseding(context).Any(one => one.Id == draft.PublicationId
                && (one.ClientMessageId != draft.Sending || one.BegunAt > draft.MadeAt))
            || context.Set<Publication>().Any(one => one.Id == draft.PublicationId && one.Act != SendingAct.DraftOnly
                && draft.MediaId == null && (one.State == PublicationState.Published || one.State == PublicationState.Withdrawn))
            || context.Set<PhonePreview>().Any(one => one.Id == draft.PreviewId && one.State == PreviewState.Ended)));

    // Where the platform, or we, object to the draft itself, the person is told to open it there and look: it goes when they have decided.
    private static IQueryable<Publication> Needless(BridgeContext context) => context.Set<Publication>().Where(
        one => one.State == PublicationState.Cancelled || one.State == PublicationState.Refused || one.State == PublicationState.Scheduled
            || (one.State == PublicationState.Stopped && one.StopReason != StopReason.ContentRejected
                && one.StopReason != StopReason.ContentLost && one.StopReason != StopReason.NotConfirmed));

    private static IQueryable<Publication> Superseding(BridgeContext context) => context.Set<Publication>().Where(
        one => one.State != PublicationState.OutcomeUnknown);
}

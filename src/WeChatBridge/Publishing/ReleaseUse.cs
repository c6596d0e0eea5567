using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Publishing.Drafts;
using WeChatBridge.Reviews;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing;

/// <summary>
/// Lets the approvals of versions go that certainly did not go out: what was approved for a sending that came to nothing can be taken back.
/// Whatever is out, may be out, or lies ready to be sent by hand keeps its approval in use.
/// </summary>
internal static class ReleaseUse
{
    private static readonly PublicationState[] Over =
        [PublicationState.Scheduled, PublicationState.Stopped, PublicationState.Refused, PublicationState.Cancelled];

    private static readonly PublicationState[] InUse =
    [
        PublicationState.Sending, PublicationState.Submitted, PublicationState.Published, PublicationState.DraftReady,
        PublicationState.OutcomeUnknown, PublicationState.Withdrawn,
    ];

    /// <summary>Follows a change that is saved, in its transaction.</summary>
    /// <param name="context">The caller's, with its transaction open and its turn in the audit trail taken.</param>
    /// <param name="publication">As it stands now.</param>
    /// <param name="before">Where it stood before.</param>
    /// <param name="by">Who changed it.</param>
    /// <param name="at">When.</param>
    /// <returns>What the audit trail is to be told.</returns>
    public static async Task<IReadOnlyList<AuditedAct>> FollowAsync(
        BridgeContext context, Publication publication, PublicationState before, string by, DateTimeOffset at)
    {
        if (publication.State == before)
        {
            return [];
        }

        if (publication.State == PublicationState.Published)
        {
            foreach (var item in publication.Items)
            {
                await Release.KeepArticleUseAsync(context, publication.AccountKey, item.SubjectId, item.ContentHash, at);
            }

            return [];
        }

        return await MayBeSentByHandAsync(context, publication, before) ? [] : await EndAsync(context, publication, by, at);
    }

    /// <summary>The same where a draft of a publication is gone from the draft box, and nobody can send it by hand any more.</summary>
    public static async Task<IReadOnlyList<AuditedAct>> DraftGoneAsync(
        BridgeContext context, long publicationId, string by, DateTimeOffset at)
    {
        if (await DraftsOf(context, publicationId).AnyAsync())
        {
            return [];
        }

        var publication = await context.Set<Publication>().Include(one => one.Items).SingleAsync(one => one.Id == publicationId);
        return await EndAsync(context, publication, by, at);
    }

    // Its draft was left to a person: until it is cleared, they may send it at any moment.
    private static async Task<bool> MayBeSentByHandAsync(BridgeContext context, Publication publication, PublicationState before) =>
        (publication.Act == SendingAct.DraftOnly || before == PublicationState.DraftReady
            || await context.Set<AccountSending>().AnyAsync(one => one.AccountKey == publication.AccountKey && one.IsDraftOnly))
        && await DraftsOf(context, publication.Id).AnyAsync();

    private static IQueryable<OwnDraft> DraftsOf(BridgeContext context, long publicationId) =>
        context.Set<OwnDraft>().Where(draft => draft.PublicationId == publicationId && draft.State != OwnDraftState.Gone);

    /// <summary>Ends the use of the versions nothing else has sent, or is sending.</summary>
    private static async Task<IReadOnlyList<AuditedAct>> EndAsync(
        BridgeContext context, Publication publication, string by, DateTimeOffset at)
    {
        var acts = new List<AuditedAct>();
        if (!Over.Contains(publication.State))
        {
            return acts;
        }

        foreach (var item in publication.Items.OrderBy(item => item.Position))
        {
            if (!await IsInUseAsync(context, publication, item))
            {
                acts.AddRange(await Release.EndArticleUseAsync(
                    context, publication.AccountKey, item.SubjectId, item.ContentHash, (by, at)));
            }
        }

        return acts;
    }

    private static Task<bool> IsInUseAsync(BridgeContext context, Publication publication, PublicationItem item) =>
        context.Set<Publication>().AnyAsync(other => other.Id != publication.Id && other.AccountKey == publication.AccountKey
            && InUse.Contains(other.State)
            && other.Items.Any(one => one.SubjectId == item.SubjectId && one.ContentHash == item.ContentHash));
}

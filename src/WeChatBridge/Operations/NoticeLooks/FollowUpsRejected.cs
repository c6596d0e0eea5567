using Microsoft.EntityFrameworkCore;
using WeChatBridge.Articles;
using WeChatBridge.Notices;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>
/// Articles that went out in an emergency and did not pass the examination afterwards (事后补审): until they are taken back (撤稿), or a
/// correction (更正) of them is out.
/// </summary>
internal sealed class FollowUpsRejected : INoticeLook
{
    private static readonly PublicationState[] MayBeOut =
    [
        PublicationState.Sending, PublicationState.Submitted, PublicationState.Published, PublicationState.DraftReady,
        PublicationState.OutcomeUnknown,
    ];

    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.FollowUpRejected];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rejected = await (
            from followUp in context.Set<Review>().AsNoTracking()
            join released in context.Set<Review>() on followUp.FollowsUpId equals (long?)released.Id
            where followUp.State == ReviewState.Rejected && followUp.FollowsUpRound == released.Round && released.UsedAt != null
                && released.Kind == ReviewedKind.Article
            orderby followUp.Id
            select followUp).ToListAsync(cancellationToken);
        if (rejected.Count == 0)
        {
            return [];
        }

        var staff = await StaffFinder.EnabledAsync(context, cancellationToken);
        var wanted = new List<WantedNotice>();
        foreach (var followUp in rejected)
        {
            if (await PublicationOfAsync(context, followUp, cancellationToken) is { } publication
                && !await IsCorrectedAsync(context, followUp, cancellationToken))
            {
                wanted.Add(Of(followUp, publication, staff));
            }
        }

        return wanted;
    }

    private static async Task<long?> PublicationOfAsync(BridgeContext context, Review followUp, CancellationToken cancellationToken) =>
        await context.Set<Publication>()
            .Where(one => one.AccountKey == followUp.AccountKey && MayBeOut.Contains(one.State) && one.Items.Any(item =>
                !item.HasFailed && item.SubjectId == followUp.SubjectId && item.ContentHash == followUp.ContentHash))
            .OrderByDescending(one => one.Id).Select(one => (long?)one.Id).FirstOrDefaultAsync(cancellationToken);

    private static async Task<bool> IsCorrectedAsync(BridgeContext context, Review followUp, CancellationToken cancellationToken)
    {
        var corrections = (await context.Set<Article>()
            .Where(article => article.CorrectsArticleId != null && article.AccountKey == followUp.AccountKey)
            .Select(article => new { article.Id, Corrects = article.CorrectsArticleId!.Value }).ToListAsync(cancellationToken))
            .Where(article => Article.SubjectOf(article.Corrects) == followUp.SubjectId)
            .Select(article => Article.SubjectOf(article.Id)).ToList();
        return corrections.Count > 0 && await context.Set<Publication>().AnyAsync(
            one => one.AccountKey == followUp.AccountKey && one.State == PublicationState.Published
                && one.Items.Any(item => !item.HasFailed && corrections.Contains(item.SubjectId)),
            cancellationToken);
    }

    /// <summary>For who can take it back, and for who can write the correction.</summary>
    private static WantedNotice Of(Review followUp, long publication, IReadOnlyList<StaffMember> staff) => new(
        followUp.AccountKey,
        NoticeKind.FollowUpRejected,
        $"review/{followUp.Id}",
        Addressee.Named(
            staff.Where(member => member.PermissionsFor(followUp.AccountKey).Contains(Permission.Schedule)
                || (followUp.Authors.Contains(member.Name) && member.WorksFor(followUp.AccountKey))).Select(member => member.Name),
            Permission.KeepStaff),
        NoticeTexts.FollowUpRejected.With(followUp.Title, followUp.Id, publication));
}

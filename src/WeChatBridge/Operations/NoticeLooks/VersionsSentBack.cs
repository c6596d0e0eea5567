using Microsoft.EntityFrameworkCore;
using WeChatBridge.Notices;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>
/// Versions that came back to their authors, or whose approval was taken back, until another version of the same is submitted. What came of
/// an emergency's follow-up stands in the review it belongs to.
/// </summary>
internal sealed class VersionsSentBack : INoticeLook
{
    // Who has not taken it up in so many days has given it up.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private static readonly ReviewState[] Back = [ReviewState.Returned, ReviewState.Rejected, ReviewState.Withdrawn];

    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.SentBack];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Remembered;
        var reviews = context.Set<Review>().Where(review => review.FollowsUpId == null);
        var back = await reviews.AsNoTracking()
            .Where(review => Back.Contains(review.State) && review.ChangedAt > since)
            .Where(review => !reviews.Any(later => later.Kind == review.Kind
                && later.AccountKey == review.AccountKey && later.SubjectId == review.SubjectId
                && (later.ChangedAt > review.ChangedAt || (later.ChangedAt == review.ChangedAt && later.Id > review.Id))))
            .OrderBy(review => review.Id).ToListAsync(cancellationToken);
        if (back.Count == 0)
        {
            return [];
        }

        var given = await ArticlesGivenUp.AmongAsync(context, [.. back.Select(review => review.SubjectId)], cancellationToken);
        var staff = await StaffFinder.EnabledAsync(context, cancellationToken);
        return [.. back.Where(review => !given.Contains(review.SubjectId)).Select(review => Of(review, staff))];
    }

    private static string TextFor(ReviewState state) => state switch
    {
        ReviewState.Returned => NoticeTexts.SentBack,
        ReviewState.Withdrawn => NoticeTexts.TakenBack,
        _ => NoticeTexts.NotReleased,
    };

    private static WantedNotice Of(Review review, IReadOnlyList<StaffMember> staff)
    {
        var still = staff.Where(member => member.Roles.Any(held => held.AccountKey == review.AccountKey))
            .Select(member => member.Name).Intersect(review.Authors);
        return new WantedNotice(
            review.AccountKey,
            NoticeKind.SentBack,
            $"review/{review.Id}",
            Addressee.Named(still, ReviewPermissions.ToSubmit(review.Kind)),
            TextFor(review.State).With(review.Title, review.Id));
    }
}

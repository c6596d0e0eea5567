using Microsoft.EntityFrameworkCore;
using WeChatBridge.Notices;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>Versions that came back to their authors, until another version of the same is submitted.</summary>
internal sealed class VersionsSentBack : INoticeLook
{
    // Who has not taken it up in so many days has given it up.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.SentBack];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Remembered;
        var reviews = context.Set<Review>();
        var back = await reviews.AsNoTracking()
            .Where(review => (review.State == ReviewState.Returned || review.State == ReviewState.Rejected) && review.ChangedAt > since)
            .Where(review => !reviews.Any(later => later.Id > review.Id && later.Kind == review.Kind
                && later.AccountKey == review.AccountKey && later.SubjectId == review.SubjectId))
            .OrderBy(review => review.Id).ToListAsync(cancellationToken);
        if (back.Count == 0)
        {
            return [];
        }

        var given = await ArticlesGivenUp.AmongAsync(context, [.. back.Select(review => review.SubjectId)], cancellationToken);
        var staff = await StaffFinder.EnabledAsync(context, cancellationToken);
        return [.. back.Where(review => !given.Contains(review.SubjectId)).Select(review => Of(review, staff))];
    }

    private static WantedNotice Of(Review review, IReadOnlyList<StaffMember> staff)
    {
        var still = staff.Where(member => member.Roles.Any(held => held.AccountKey == review.AccountKey))
            .Select(member => member.Name).Intersect(review.Authors);
        return new WantedNotice(
            review.AccountKey,
            NoticeKind.SentBack,
            $"review/{review.Id}",
            Addressee.Named(still, ReviewPermissions.ToSubmit(review.Kind)),
            (review.State == ReviewState.Returned ? NoticeTexts.SentBack : NoticeTexts.NotReleased).With(review.Title, review.Id));
    }
}

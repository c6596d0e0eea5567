using Microsoft.EntityFrameworkCore;
using WeChatBridge.Notices;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>Reviews that wait, for exactly those who can do the next step, stand-ins among them.</summary>
internal sealed class ReviewsWaiting : INoticeLook
{
    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.ReviewWaiting];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await context.Set<Review>().AsNoTrackingWithIdentityResolution()
            .Include(review => review.Steps.OrderBy(step => step.Ordinal))
            .Where(review => review.State == ReviewState.Open).OrderBy(review => review.Id).ToListAsync(cancellationToken);
        var wanted = new List<WantedNotice>();
        foreach (var ofAccount in open.GroupBy(review => review.AccountKey))
        {
            var reviewers = await ReviewerFinder.AllAsync(context, ofAccount.Key, now, cancellationToken);
            wanted.AddRange(ofAccount.Select(review => Of(review, reviewers)));
        }

        return wanted;
    }

    private static WantedNotice Of(Review review, IReadOnlyList<Reviewer> reviewers)
    {
        var step = review.NextStep!.Value;
        var able = reviewers.Where(reviewer => review.ObjectionTo(reviewer) is null).Select(reviewer => reviewer.Name).ToList();
        var text = able.Count > 0 ? NoticeTexts.ReviewWaiting : NoticeTexts.ReviewStuck;
        var isAbove = review.IsSentUp && review.IsAtLast;
        return new WantedNotice(
            review.AccountKey,
            NoticeKind.ReviewWaiting,
            // The next step is another matter, for other people.
            $"review/{review.Id}/{review.Round}/{step}" + (isAbove ? "/above" : ""),
            Addressee.Named(able, Permission.KeepStaff),
            text.With(
                review.Title,
                isAbove ? NoticeTexts.DecisionFromAbove : StaffingFinder.NameOf(step),
                review.Id,
                review.FollowsUpId is null ? "" : NoticeTexts.FollowUp));
    }
}

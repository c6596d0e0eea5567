using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reviews;

/// <summary>Takes the verdicts of reviewers, one version at a time: there is no verdict on several (一事一审).</summary>
internal sealed class VerdictDesk(IDbContextFactory<BridgeContext> contexts, ReviewPlans plans, AuditTrail audit, TimeProvider clock)
{
    public Task<Outcome<Review>> ApproveAsync(ReviewAct act, CancellationToken cancellationToken) => DecideAsync(
        act, "review.approve", (review, by) => review.Approve(by, act.Words, clock.GetUtcNow()), cancellationToken);

    public Task<Outcome<Review>> ReturnAsync(ReviewAct act, CancellationToken cancellationToken) => DecideAsync(
        act, "review.return", (review, by) => review.Return(by, act.Words, clock.GetUtcNow()), cancellationToken);

    public Task<Outcome<Review>> RejectAsync(ReviewAct act, CancellationToken cancellationToken) => DecideAsync(
        act, "review.reject", (review, by) => review.Reject(by, act.Words, clock.GetUtcNow()), cancellationToken);

    public Task<Outcome<Review>> SendUpAsync(ReviewAct act, CancellationToken cancellationToken) => DecideAsync(
        act, "review.send-up", (review, by) => review.SendUp(by, act.Words, clock.GetUtcNow()), cancellationToken);

    /// <summary>Takes back one's own signature or approval, or as signing officer any, until the sending begins.</summary>
    public Task<Outcome<Review>> WithdrawAsync(ReviewAct act, CancellationToken cancellationToken) => DecideAsync(
        act, "review.withdraw", (review, by) => review.Withdraw(by, act.Words, clock.GetUtcNow()), cancellationToken);

    private async Task<Outcome<Review>> DecideAsync(
        ReviewAct act, string action, Func<Review, Reviewer, string?> decide, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var review = await context.Set<Review>().Include(review => review.Steps.OrderBy(step => step.Ordinal))
            .SingleOrDefaultAsync(review => review.Id == act.ReviewId, cancellationToken);
        if (review is null || !act.By.IsPerson)
        {
            return Outcome<Review>.Refused(review is null ? StaffTexts.ReviewUnknown.With(act.ReviewId) : StaffTexts.ReviewNeedsPerson);
        }

        if (review.Revision != act.SeenRevision)
        {
            return Outcome<Review>.Refused(StaffTexts.ReviewChangedMeanwhile.With(review.Id));
        }

        var rights = await ReviewerFinder.FindAsync(context, act.By.Name, review.AccountKey, clock.GetUtcNow(), cancellationToken);
        var by = rights.For(review);
        if (decide(review, by) is { } objection)
        {
            return Outcome<Review>.Refused(objection);
        }

        await FollowAsync(context, review, by, act.Words, cancellationToken);
        await audit.AppendAsync(context, ReviewAudit.OfStep(action, review), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return review;
    }

    /// <summary>What follows in the same commit: caches refresh, what is void takes others with it, an emergency is made up for.</summary>
    private async Task FollowAsync(
        BridgeContext context, Review review, Reviewer by, ReviewWords words, CancellationToken cancellationToken)
    {
        switch (review)
        {
            case { FollowsUpId: not null, State: ReviewState.Rejected }:
                await TakeBackAsync(context, review, by, words, cancellationToken);
                break;
            case { FollowsUpId: null, State: ReviewState.Passed }:
                await ReleaseAsync(context, review, by.Name, cancellationToken);
                break;
            case { FollowsUpId: null, State: ReviewState.Withdrawn }:
                await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, cancellationToken);
                await NoteVoidAsync(
                    context, await FollowUps.VoidAsync(context, [review], clock.GetUtcNow(), cancellationToken), by.Name, cancellationToken);
                break;
        }
    }

    private async Task ReleaseAsync(BridgeContext context, Review review, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, cancellationToken);
        await NoteVoidAsync(context, await RetiredVersions.RetireAsync(context, review, now, cancellationToken), by, cancellationToken);
        if (await FollowUps.OpenAsync(context, review, plans.Of(review.Kind), now, cancellationToken) is { } followUp)
        {
            await audit.AppendAsync(context, ReviewAudit.Of("review.follow-up", followUp, by), cancellationToken);
        }
    }

    private async Task TakeBackAsync(
        BridgeContext context, Review rejected, Reviewer by, ReviewWords words, CancellationToken cancellationToken)
    {
        // Even where the release is in use: it may still stand still, and then goes no further.
        await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, cancellationToken);
        if (await FollowUps.TakeBackAsync(context, rejected, by, words, clock.GetUtcNow(), cancellationToken) is { } released)
        {
            await audit.AppendAsync(
                context, ReviewAudit.Of("review.reject", released, by.Name, $"follow-up {rejected.Id}"), cancellationToken);
        }
    }

    private async Task NoteVoidAsync(
        BridgeContext context, IReadOnlyList<Review> voided, string by, CancellationToken cancellationToken)
    {
        foreach (var review in voided)
        {
            await audit.AppendAsync(context, ReviewAudit.Of("review.supersede", review, by), cancellationToken);
        }
    }
}

/// <summary>A verdict somebody wants to give.</summary>
/// <param name="ReviewId">On which review.</param>
/// <param name="SeenRevision">The state they saw: if it has moved on since, they must look again.</param>
/// <param name="By">Who.</param>
/// <param name="Words">What they say with it.</param>
internal sealed record ReviewAct(long ReviewId, int SeenRevision, Acting By, ReviewWords Words);

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reviews;

/// <summary>Tells at once, and not on the day it is due, when the staff there are cannot fill the steps of a review.</summary>
internal sealed class StaffingFinder(IDbContextFactory<BridgeContext> contexts, ReviewPlans plans, TimeProvider clock)
{
    /// <summary>A sentence that names the steps nobody is left for; null when different people can fill them all.</summary>
    public async Task<string?> FindGapAsync(ReviewedKind kind, string accountKey, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindGapAsync(context, kind, accountKey, cancellationToken);
    }

    /// <summary>The same of an article, as it is seen from the caller's transaction.</summary>
    public Task<string?> FindArticleGapAsync(BridgeContext context, string accountKey, CancellationToken cancellationToken) =>
        FindGapAsync(context, ReviewedKind.Article, accountKey, cancellationToken);

    /// <summary>The step as staff call it.</summary>
    public static string NameOf(ReviewStepKind step) => step switch
    {
        ReviewStepKind.Author => StaffTexts.StepAuthor,
        ReviewStepKind.First => StaffTexts.StepFirst,
        ReviewStepKind.Second => StaffTexts.StepSecond,
        ReviewStepKind.Final => StaffTexts.StepFinal,
        ReviewStepKind.Confirm => StaffTexts.StepConfirm,
        _ => StaffTexts.StepSignOff,
    };

    private async Task<string?> FindGapAsync(
        BridgeContext context, ReviewedKind kind, string accountKey, CancellationToken cancellationToken)
    {
        var plan = plans.Of(kind);
        var rights = await ReviewerFinder.AllAsync(context, accountKey, clock.GetUtcNow(), cancellationToken);

        // The scarcest step first: it ends a search that must fail before it has branched.
        var seats = plan.Steps.Prepend(ReviewStepKind.Author)
            .Select(step => new Seat(step, [.. rights.Where(right => MayTake(kind, step, right))]))
            .OrderBy(seat => seat.For.Count).ToList();
        var filled = Fill(seats, []);
        return filled.Count == seats.Count ? null : StaffTexts.StaffingGap.With(
            accountKey,
            plan.People,
            string.Join("、", seats.Select(seat => seat.Step).Except(filled).Order().Select(NameOf)));
    }

    // Nobody writes in another's name; standing in is for examining.
    private static bool MayTake(ReviewedKind kind, ReviewStepKind step, Reviewer right) =>
        right.Permissions.Contains(ReviewPermissions.ToDecide(kind, step))
        && (step != ReviewStepKind.Author || right.OnBehalfOf.Length == 0);

    /// <summary>The largest part of the seats that different people can take.</summary>
    private static IReadOnlyList<ReviewStepKind> Fill(IReadOnlyList<Seat> seats, IReadOnlyList<string> taken)
    {
        if (seats.Count == 0)
        {
            return [];
        }

        var rest = seats.Skip(1).ToList();
        IReadOnlyList<ReviewStepKind> best = seats[0].For.Count == 0 ? Fill(rest, taken) : [];
        foreach (var right in seats[0].For.Where(right => !taken.Contains(right.Name) && !taken.Contains(right.OnBehalfOf)))
        {
            string[] people = right.OnBehalfOf.Length > 0 ? [right.Name, right.OnBehalfOf] : [right.Name];
            var found = Fill(rest, [.. taken, .. people]);
            if (found.Count + 1 > best.Count)
            {
                best = [seats[0].Step, .. found];
            }

            if (best.Count == seats.Count)
            {
                return best;
            }
        }

        return best.Count > 0 ? best : Fill(rest, taken);
    }

    private sealed record Seat(ReviewStepKind Step, IReadOnlyList<Reviewer> For);
}

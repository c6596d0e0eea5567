using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Looks at a publication each time it is taken up: whether it is too late, whether every version is still released, and whether an
/// earlier worker left something of which nobody knows how it ended.
/// </summary>
internal sealed class Admission(SendingStore store, PublishingOptions options)
{
    /// <summary>False where the sending does not go on.</summary>
    public async Task<bool> AdmitAsync(Claim claim)
    {
        var goesOn = false;
        await store.ChangeAsync(claim, async opened =>
        {
            var lost = await EndLostAsync(opened);
            goesOn = lost.Exists(attempt => attempt.Step is SendingStep.Publish or SendingStep.MassSend)
                ? LoseSight(opened)
                : !IsLate(opened) && await AreReleasedAsync(opened) && Begin(opened);
        });
        return goesOn;
    }

    /// <summary>The sending may begin, in the commit this belongs to: from then on no approval of its versions can be taken back.</summary>
    /// <exception cref="InvalidOperationException">An approval was taken back in between; nothing of the commit may stay.</exception>
    public static async Task<bool> BeginUseAsync(OpenPublication opened)
    {
        if (!await AreReleasedAsync(opened))
        {
            return false;
        }

        foreach (var item in opened.Items)
        {
            var release = await ReleaseOfAsync(opened, item);
            if (release is null || !await release.BeginUseAsync(opened.Context, opened.At, CancellationToken.None))
            {
                throw new InvalidOperationException($"The release of publication {opened.Publication.Id} changed while it was begun.");
            }
        }

        return true;
    }

    /// <summary>The first version that may not go out, and why; null when all may.</summary>
    public static async Task<(PublicationItem Item, string Objection)?> UnreleasedAsync(OpenPublication opened)
    {
        foreach (var item in opened.Items)
        {
            if (await Release.ObjectionToArticleAsync(
                opened.Context, opened.Publication.AccountKey, item.SubjectId, item.ContentHash, CancellationToken.None) is { } objection)
            {
                return (item, objection);
            }
        }

        return null;
    }

    private static async Task<List<SendingAttempt>> EndLostAsync(OpenPublication opened)
    {
        // The clearing of drafts is no part of the sending: another worker may be at it at this moment.
        var lost = await opened.Context.Set<SendingAttempt>()
            .Where(attempt => attempt.PublicationId == opened.Publication.Id && attempt.Outcome == AttemptOutcome.Begun
                && attempt.Step != SendingStep.DraftRemoval && attempt.Step != SendingStep.DraftSearch)
            .ToListAsync();
        lost.ForEach(attempt => attempt.End(AttemptOutcome.Unknown, null, AttemptAnswer.NeverEnded, opened.At));
        return lost;
    }

    private static bool LoseSight(OpenPublication opened)
    {
        opened.Publication.LoseSight(SendingTexts.OutcomeUnknown, opened.At + Reconciler.FirstLook);
        opened.Note("publication.unknown", "begun and never ended");
        return false;
    }

    private bool IsLate(OpenPublication opened)
    {
        if (!opened.Publication.IsLate(opened.At, options.LateLimit))
        {
            return false;
        }

        Setbacks.Stop(opened, StopReason.Late, SendingTexts.TooLate.With(options.LateLimit.TotalMinutes), "");
        return true;
    }

    private static async Task<bool> AreReleasedAsync(OpenPublication opened)
    {
        if (await UnreleasedAsync(opened) is not var (item, objection))
        {
            return true;
        }

        Setbacks.Stop(opened, StopReason.NotReleased, SendingTexts.NotReleased.With(item.Title, objection), item.ContentHash);
        return false;
    }

    private static Task<Release?> ReleaseOfAsync(OpenPublication opened, PublicationItem item) => Release.OfArticleAsync(
        opened.Context, opened.Publication.AccountKey, item.SubjectId, item.ContentHash, CancellationToken.None);

    private static bool Begin(OpenPublication opened)
    {
        if (opened.Publication.State == PublicationState.Scheduled)
        {
            opened.Publication.Begin(opened.At);
            opened.Note("publication.begin", string.Join(' ', opened.Items.Select(item => item.ContentHash).Prepend($"{opened.Publication.Act}")));
        }

        return true;
    }
}

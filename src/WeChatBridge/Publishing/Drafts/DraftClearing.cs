using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Storage;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Publishing.Drafts;

/// <summary>
/// Deletes drafts that nobody needs any more. Deleting what is gone already does no harm, so that a lost call is simply made again, a
/// bounded number of times; after that a person is told. What somebody changed at the website meanwhile is theirs. It goes on while an
/// account is paused, for it sends nothing.
/// </summary>
internal sealed class DraftClearing(ErrandLedger ledger, LostDraftSearch search, FrozenArticles frozen, AccountApi platform)
{
    private static readonly TimeSpan[] Delays =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    public Task<List<long>> DueAsync() => ledger.ReadAsync(context =>
        Due(context, ledger.Now).OrderBy(draft => draft.Id).Select(draft => draft.Id).ToListAsync());

    /// <summary>Deletes one, if it is still due and nobody else does.</summary>
    public async Task ClearAsync(long id)
    {
        var held = Held<OwnDraft>.New(id);
        if (!await ClaimAsync(held))
        {
            return;
        }

        var draft = await ledger.ReadAsync(context => context.Set<OwnDraft>().AsNoTracking().SingleAsync(one => one.Id == id));
        await EndLostAsync(held, draft);
        if (platform.Of(draft.AccountKey) is not { } api)
        {
            await ledger.ChangeAsync(held, opened => TryLaterAsync(opened, SendingTexts.AboutMissingKeys));
        }
        else if (await frozen.FindAsync(draft.Contents.Split(' ')) is not { } documents)
        {
            await ledger.ChangeAsync(held, opened => TryLaterAsync(opened, SendingTexts.DraftUnrecognisable));
        }
        else if ((draft.MediaId ?? await search.FindAsync(held, api, draft, documents)) is { } mediaId
            && await IsAsWeMadeItAsync(held, api, mediaId, documents))
        {
            await RemoveAsync(held, api, mediaId);
        }
    }

    /// <summary>When it is tried again after so many tries, or that it is not.</summary>
    public static Task TryLaterAsync(OpenErrand<OwnDraft> opened, string words)
    {
        var draft = opened.Errand;
        if (draft.Tries >= Delays.Length)
        {
            return LeaveAsync(opened, words);
        }

        draft.TryAgain(opened.At + Delays[draft.Tries], words);
        return Task.CompletedTask;
    }

    private static Task LeaveAsync(OpenErrand<OwnDraft> opened, string words)
    {
        opened.Errand.End(OwnDraftState.Left, words);
        opened.Note("draft.left", opened.Errand.MediaId ?? "");
        return Task.CompletedTask;
    }

    private async Task<bool> ClaimAsync(Held<OwnDraft> held)
    {
        var now = ledger.Now;
        var until = now + ErrandLedger.Lease;
        return await ledger.ReadAsync(context => Due(context, now).Where(draft => draft.Id == held.Id).ExecuteUpdateAsync(row => row
            .SetProperty(draft => draft.ClaimedBy, held.Token).SetProperty(draft => draft.ClaimedUntil, until))) == 1;
    }

    private async Task<bool> IsAsWeMadeItAsync(
        Held<OwnDraft> held, WeChatApi api, string mediaId, IReadOnlyList<ArticleDocument> documents)
    {
        var isOurs = false;
        await ledger.CallAsync(held, new ErrandCall<OwnDraft, NewsContent>(
            SendingStep.DraftSearch, mediaId, () => api.Draft.GetAsync(mediaId, CancellationToken.None))
        {
            Told = content => new { Changes = DraftLosses.Between(documents, content) },
            Conclude = async (opened, result) =>
            {
                isOurs = result is ApiResult<NewsContent>.Done(var kept) && DraftLosses.Between(documents, kept).Count == 0;
                await (result switch
                {
                    _ when isOurs => Task.CompletedTask,
                    ApiResult<NewsContent>.Done => LeaveAsync(opened, SendingTexts.DraftReadsOtherwise),
                    ApiResult<NewsContent>.Refused({ Kind: ErrorKind.NotFound }) => GoneAsync(opened, "was gone"),
                    ApiResult<NewsContent>.Refused(var error) => TryLaterAsync(opened, error.Advice),
                    _ => TryLaterAsync(opened, SendingTexts.DraftRemovalUnanswered),
                });
            },
        });
        return isOurs;
    }

    private async Task RemoveAsync(Held<OwnDraft> held, WeChatApi api, string mediaId) => await ledger.CallAsync(
        held, new ErrandCall<OwnDraft, Acknowledged>(
            SendingStep.DraftRemoval, mediaId, () => api.Draft.DeleteAsync(mediaId, CancellationToken.None))
        {
            Admit = async opened => await IsNeedlessAsync(opened),
            Conclude = (opened, result) => result.Match(
                _ => GoneAsync(opened, "deleted"),
                error => error.Kind == ErrorKind.NotFound
                    ? GoneAsync(opened, "was gone")
                    : TryLaterAsync(opened, error.Advice),
                _ => TryLaterAsync(opened, SendingTexts.DraftRemovalUnanswered)),
        });

    // In the commit of the attempt: what a person, an event or the sending did until this moment counts.
    private static async Task<bool> IsNeedlessAsync(OpenErrand<OwnDraft> opened)
    {
        if (await NeedlessDrafts.In(opened.Context).AnyAsync(draft => draft.Id == opened.Errand.Id))
        {
            return true;
        }

        opened.Errand.Wait(opened.At);
        return false;
    }

    private static Task GoneAsync(OpenErrand<OwnDraft> opened, string how)
    {
        opened.Errand.End(OwnDraftState.Gone);
        opened.Note("draft.cleared", $"{opened.Errand.MediaId} {how}");
        return Task.CompletedTask;
    }

    private Task<bool> EndLostAsync(Held<OwnDraft> held, OwnDraft draft) => ledger.ChangeAsync(held, async opened =>
    {
        var lost = await opened.Context.Set<SendingAttempt>()
            .Where(attempt => attempt.PublicationId == draft.PublicationId && attempt.PreviewId == draft.PreviewId
                && (attempt.Step == SendingStep.DraftRemoval || attempt.Step == SendingStep.DraftSearch)
                && attempt.Outcome == AttemptOutcome.Begun)
            .ToListAsync();
        lost.ForEach(attempt => attempt.End(AttemptOutcome.Unknown, null, AttemptAnswer.NeverEnded, opened.At));
    });

    private static IQueryable<OwnDraft> Due(BridgeContext context, DateTimeOffset now) => NeedlessDrafts.In(context)
        .Where(draft => (draft.NotBefore == null || draft.NotBefore <= now) && (draft.ClaimedUntil == null || draft.ClaimedUntil < now));
}

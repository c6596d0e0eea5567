using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;

namespace WeChatBridge.Publishing.Drafts;

/// <summary>
/// Looks in the draft box for a draft of ours whose name was never learnt: by its content, among those that were changed since it was
/// begun and that nothing of ours is known to own.
/// </summary>
internal sealed class LostDraftSearch(ErrandLedger ledger)
{
    private const int PageSize = 20;

    // The newest come first; what was lost was made a short while ago.
    private const int MostPages = 3;

    // The platform's clock and ours may differ.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Its name; null where it is not there, or could not be looked for now.</summary>
    public async Task<string?> FindAsync(
        Held<OwnDraft> held, WeChatApi api, OwnDraft draft, IReadOnlyList<ArticleDocument> documents)
    {
        if (ledger.Now < draft.MadeAt + Patience)
        {
            // A call that was given up may still be acted upon.
            await ledger.ChangeAsync(held, opened => WaitAsync(opened, draft.MadeAt + Patience));
            return null;
        }

        for (var page = 0; page < MostPages; page++)
        {
            var (offset, found, isLast) = (page * PageSize, (string?)null, page == MostPages - 1);
            var result = await ledger.CallAsync(held, new ErrandCall<OwnDraft, DraftPage>(
                SendingStep.DraftSearch, $"draft/{draft.Id}", () => api.Draft.BatchGetAsync(offset, PageSize, true, CancellationToken.None))
            {
                Admit = IsAloneAsync,
                Told = drafts => new { drafts.TotalCount, MediaIds = drafts.Item.Select(one => one.MediaId) },
                Conclude = async (opened, answer) => found = await LookAsync(opened, answer, documents, isLast),
            });
            if (found is not null || result is not ApiResult<DraftPage>.Done(var drafts) || drafts.Item.Count < PageSize)
            {
                return found;
            }
        }

        return null;
    }

    private static Task WaitAsync(OpenErrand<OwnDraft> opened, DateTimeOffset until)
    {
        opened.Errand.Wait(until);
        return Task.CompletedTask;
    }

    private static async Task<string?> LookAsync(
        OpenErrand<OwnDraft> opened, ApiResult<DraftPage> answer, IReadOnlyList<ArticleDocument> documents, bool isLast)
    {
        if (answer is not ApiResult<DraftPage>.Done(var drafts))
        {
            await DraftClearing.TryLaterAsync(opened, SendingTexts.DraftRemovalUnanswered);
            return null;
        }

        // Once more: a call that makes a draft may have been begun while the list was on its way.
        if (!await IsAloneAsync(opened))
        {
            return null;
        }

        var since = opened.Errand.MadeAt - ClockTolerance;
        foreach (var draft in drafts.Item.Where(one => one.UpdateTime >= since && DraftLosses.IsSame(documents, one.Content)))
        {
            if (!await opened.Context.Set<OwnDraft>().AnyAsync(other => other.MediaId == draft.MediaId))
            {
                opened.Errand.Name(draft.MediaId);
                return draft.MediaId;
            }
        }

        if (isLast || drafts.Item.Count < PageSize)
        {
            opened.Errand.End(OwnDraftState.Gone);
            opened.Note("draft.cleared", "was not there");
        }

        return null;
    }

    /// <summary>
    /// Whether nothing else of the account may have made a draft whose name is not known yet: that one is the sending's, or a preview's, and
    /// must not be taken for this one.
    /// </summary>
    private static async Task<bool> IsAloneAsync(OpenErrand<OwnDraft> opened)
    {
        var draft = opened.Errand;
        var isAlone = !await opened.Context.Set<OwnDraft>().AnyAsync(other => other.AccountKey == draft.AccountKey && other.Id != draft.Id
            && other.MediaId == null && other.State == OwnDraftState.There
            && (opened.Context.Set<Publication>().Any(one => one.Id == other.PublicationId && one.State == PublicationState.Sending)
                || opened.Context.Set<PhonePreview>().Any(one => one.Id == other.PreviewId && one.State != PreviewState.Ended)));
        if (!isAlone)
        {
            draft.Wait(opened.At + Patience);
        }

        return isAlone;
    }
}

using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Publishing.Sending;

/// <summary>Reads the draft back before anybody can see it: what the platform lost is shown to a person, and is not sent.</summary>
internal sealed class DraftComparison(SendingStore store, AttemptLedger ledger, Setbacks setbacks)
{
    /// <summary>False where the sending does not go on.</summary>
    public async Task<bool> TakeAsync(Claim claim, WeChatApi api, IReadOnlyList<ArticleDocument> documents)
    {
        var publication = await store.ReadAsync(claim);
        var isDone = (await store.AttemptsAsync(publication)).Exists(attempt => attempt is
        { Step: SendingStep.DraftComparison, Outcome: AttemptOutcome.Done } && attempt.Target == publication.DraftMediaId);
        if (isDone)
        {
            return true;
        }

        var goesOn = false;
        await ledger.CallAsync(claim, new OutgoingCall<NewsContent>(
            SendingStep.DraftComparison, publication.DraftMediaId, () => api.Draft.GetAsync(publication.DraftMediaId, CancellationToken.None))
        {
            Told = draft => new { Losses = DraftLosses.Between(documents, draft) },
            Conclude = async (opened, result) => goesOn = await CompareAsync(opened, result, documents),
        });
        return goesOn;
    }

    private async Task<bool> CompareAsync(OpenPublication opened, ApiResult<NewsContent> result, IReadOnlyList<ArticleDocument> documents)
    {
        switch (result)
        {
            case ApiResult<NewsContent>.Done(var draft) when DraftLosses.Between(documents, draft) is { Count: > 0 } losses:
                Setbacks.Stop(opened, StopReason.ContentLost, SendingTexts.ContentLost.With(string.Concat(losses)), $"{losses.Count}");
                return false;
            case ApiResult<NewsContent>.Done:
                opened.Publication.WentOn();
                return true;
            case ApiResult<NewsContent>.Refused({ Kind: ErrorKind.NotFound }):
                Setbacks.Stop(opened, StopReason.ContentLost, SendingTexts.DraftGone, "");
                return false;
            case ApiResult<NewsContent>.Refused(var error):
                await setbacks.RefusedAsync(opened, error, SendingTexts.AboutDraftReading);
                return false;
            default:
                setbacks.NotReached(opened, SendingTexts.AboutDraftReading);
                return false;
        }
    }
}

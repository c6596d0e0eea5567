using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Takes a publication through its steps. What comes next is read from the publication and its attempts alone, so that it goes the same way
/// after a crash as it would have gone without.
/// </summary>
internal sealed class SendingRun(
    SendingStore store, Admission admission, FrozenArticles frozen, SendingSteps steps, Setbacks setbacks)
{
    public async Task GoOnAsync(Claim claim, WeChatApi? api, CancellationToken cancellationToken)
    {
        if (!await admission.AdmitAsync(claim))
        {
            return;
        }

        if (api is null)
        {
            await store.ChangeAsync(claim, opened => setbacks.NotReached(opened, SendingTexts.AboutMissingKeys));
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (await frozen.ReadAsync(claim, await store.ReadAsync(claim)) is { } documents
            && await steps.Draft.TakeAsync(claim, api, documents, cancellationToken)
            && await steps.Comparison.TakeAsync(claim, api, documents))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await steps.Submission.TakeAsync(claim, api);
        }
    }
}

/// <summary>The steps in their order; pictures are the first part of the draft.</summary>
internal sealed record SendingSteps(DraftStep Draft, DraftComparison Comparison, Submission Submission);

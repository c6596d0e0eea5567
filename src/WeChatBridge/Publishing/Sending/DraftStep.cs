using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing.Drafts;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Publishing.Sending;

/// <summary>Puts a message into the draft box, once; one that may already lie there is looked for by its content first.</summary>
internal sealed class DraftStep(SendingStore store, AttemptLedger ledger, Setbacks setbacks, DraftComposition composition)
{
    private const int PageSize = 20;

    // The newest come first; what was lost was made a short while ago.
    private const int MostPages = 3;

    /// <summary>False where the sending does not go on.</summary>
    public async Task<bool> TakeAsync(
        Claim claim, WeChatApi api, IReadOnlyList<ArticleDocument> documents, CancellationToken cancellationToken)
    {
        var publication = await store.ReadAsync(claim);
        if (publication.DraftMediaId.Length > 0)
        {
            return true;
        }

        var lost = (await store.AttemptsAsync(publication)).FindLast(attempt => attempt.Step == SendingStep.Draft)?.IsUnknown == true;
        if (lost && await FindAsync(claim, api, documents) is not Search.NotThere and var found)
        {
            return found == Search.Found;
        }

        var uploads = new SendingUploads(claim, store, ledger, setbacks);
        if (await composition.ComposeAsync(uploads, api, documents, cancellationToken) is not { } articles)
        {
            return false;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return await AddAsync(claim, api, articles);
    }

    private async Task<bool> AddAsync(Claim claim, WeChatApi api, IReadOnlyList<DraftArticle> articles)
    {
        var added = await ledger.CallAsync(claim, new OutgoingCall<DraftAdded>(
            SendingStep.Draft, "", () => api.Draft.AddAsync(articles, CancellationToken.None))
        {
            Admit = AdmitAsync,
            Conclude = (opened, result) => ConcludeAsync(opened, result, [.. articles.Select(article => article.ThumbMediaId!)]),
        });
        return added is ApiResult<DraftAdded>.Done;
    }

    private static async Task<bool> AdmitAsync(OpenPublication opened)
    {
        // From the draft box a person may send it at any moment: for those who do, the sending begins here.
        if (await IsDraftOnlyAsync(opened) && !await Admission.BeginUseAsync(opened))
        {
            return false;
        }

        opened.Context.Add(OwnDraft.Of(opened.Publication, opened.At));
        return true;
    }

    private static async Task<bool> IsDraftOnlyAsync(OpenPublication opened) =>
        opened.Publication.Act == SendingAct.DraftOnly || await opened.IsAccountDraftOnlyAsync();

    private async Task ConcludeAsync(OpenPublication opened, ApiResult<DraftAdded> result, IReadOnlyList<string> covers)
    {
        switch (result)
        {
            case ApiResult<DraftAdded>.Done(var draft):
                await KeepAsync(opened, draft.MediaId);
                break;
            case ApiResult<DraftAdded>.Refused({ Kind: ErrorKind.NotFound }):
                await NotMadeAsync(opened);
                // Somebody deleted a cover on the website: it is uploaded anew.
                await opened.Context.Set<UploadedPicture>()
                    .Where(picture => picture.AccountKey == opened.Publication.AccountKey && covers.Contains(picture.Name))
                    .ExecuteDeleteAsync();
                setbacks.NotReached(opened, SendingTexts.AboutDraft);
                break;
            case ApiResult<DraftAdded>.Refused(var error):
                await NotMadeAsync(opened);
                await setbacks.RefusedAsync(opened, error, SendingTexts.AboutDraft);
                break;
            default:
                setbacks.NotReached(opened, SendingTexts.AboutDraft);
                break;
        }
    }

    private static async Task KeepAsync(OpenPublication opened, string mediaId)
    {
        opened.Publication.KeepDraft(mediaId);
        (await NewestOwnAsync(opened))?.Name(mediaId);
    }

    private static async Task NotMadeAsync(OpenPublication opened) => (await NewestOwnAsync(opened))?.End(OwnDraftState.Gone);

    private static Task<OwnDraft?> NewestOwnAsync(OpenPublication opened) => opened.Context.Set<OwnDraft>()
        .Where(draft => draft.PublicationId == opened.Publication.Id && draft.Sending == opened.Publication.ClientMessageId)
        .OrderByDescending(draft => draft.Id).FirstOrDefaultAsync();

    private async Task<Search> FindAsync(Claim claim, WeChatApi api, IReadOnlyList<ArticleDocument> documents)
    {
        for (var page = 0; page < MostPages; page++)
        {
            var offset = page * PageSize;
            var found = Search.NotKnown;
            var result = await ledger.CallAsync(claim, new OutgoingCall<DraftPage>(
                SendingStep.Outcome, "draft/batchget", () => api.Draft.BatchGetAsync(offset, PageSize, true, CancellationToken.None))
            {
                Told = drafts => new { drafts.TotalCount, MediaIds = drafts.Item.Select(draft => draft.MediaId) },
                Conclude = async (opened, answer) => found = await LookAsync(opened, answer, documents),
            });
            if (result is not ApiResult<DraftPage>.Done(var drafts) || found == Search.Found)
            {
                return found;
            }

            if (drafts.Item.Count < PageSize)
            {
                break;
            }
        }

        return Search.NotThere;
    }

    private async Task<Search> LookAsync(OpenPublication opened, ApiResult<DraftPage> answer, IReadOnlyList<ArticleDocument> documents)
    {
        if (answer is not ApiResult<DraftPage>.Done(var drafts))
        {
            setbacks.NotReached(opened, SendingTexts.AboutDraft);
            return Search.NotKnown;
        }

        foreach (var draft in drafts.Item.Where(draft => DraftLosses.IsSame(documents, draft.Content)))
        {
            // The same words may lie there for another message of ours, for a preview, or be left over from an earlier sending.
            if (!await opened.Context.Set<Publication>().AnyAsync(other => other.DraftMediaId == draft.MediaId)
                && !await opened.Context.Set<OwnDraft>().AnyAsync(other => other.MediaId == draft.MediaId))
            {
                await KeepAsync(opened, draft.MediaId);
                return Search.Found;
            }
        }

        return Search.NotThere;
    }

    private enum Search
    {
        /// <summary>The list was not to be had; later again.</summary>
        NotKnown,
        NotThere,
        Found,
    }
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Publishing.Sending;

/// <summary>Puts a message into the draft box, once; one that may already lie there is looked for by its content first.</summary>
internal sealed class DraftStep(SendingStore store, AttemptLedger ledger, Setbacks setbacks, PictureUploads pictures)
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

        var articles = new List<DraftArticle>();
        foreach (var document in documents)
        {
            if (await ArticleAsync(claim, api, document, documents.Count == 1, cancellationToken) is not { } article)
            {
                return false;
            }

            articles.Add(article);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return await AddAsync(claim, api, articles);
    }

    private async Task<DraftArticle?> ArticleAsync(
        Claim claim, WeChatApi api, ArticleDocument document, bool isAlone, CancellationToken cancellationToken)
    {
        if (await pictures.BodyAsync(claim, api, document, cancellationToken) is not { } addresses
            || await pictures.CoverAsync(claim, api, document, cancellationToken) is not { } cover)
        {
            return null;
        }

        return new DraftArticle
        {
            Title = document.Title,
            Author = document.Author.Length > 0 ? document.Author : null,
            Digest = isAlone && document.Digest.Length > 0 ? document.Digest : null,
            Content = SentBody.Read(document.BodyHtml).With(addresses),
            ContentSourceUrl = document.SourceLink.Length > 0 ? document.SourceLink : null,
            ThumbMediaId = cover,
            NeedOpenComment = document.CommentsOpen,
            OnlyFansCanComment = document is { CommentsOpen: true, OnlyFollowersComment: true },
        };
    }

    private async Task<bool> AddAsync(Claim claim, WeChatApi api, IReadOnlyList<DraftArticle> articles)
    {
        var added = await ledger.CallAsync(claim, new OutgoingCall<DraftAdded>(
            SendingStep.Draft, "", () => api.Draft.AddAsync(articles, CancellationToken.None))
        {
            // From the draft box a person may send it at any moment: for those who do, the sending begins here.
            Admit = async opened => !await IsDraftOnlyAsync(opened) || await Admission.BeginUseAsync(opened),
            Conclude = (opened, result) => ConcludeAsync(opened, result, [.. articles.Select(article => article.ThumbMediaId!)]),
        });
        return added is ApiResult<DraftAdded>.Done;
    }

    private static async Task<bool> IsDraftOnlyAsync(OpenPublication opened) =>
        opened.Publication.Act == SendingAct.DraftOnly || await opened.IsAccountDraftOnlyAsync();

    private async Task ConcludeAsync(OpenPublication opened, ApiResult<DraftAdded> result, IReadOnlyList<string> covers)
    {
        switch (result)
        {
            case ApiResult<DraftAdded>.Done(var draft):
                opened.Publication.KeepDraft(draft.MediaId);
                break;
            case ApiResult<DraftAdded>.Refused({ Kind: ErrorKind.NotFound }):
                // Somebody deleted a cover on the website: it is uploaded anew.
                await opened.Context.Set<UploadedPicture>()
                    .Where(picture => picture.AccountKey == opened.Publication.AccountKey && covers.Contains(picture.Name))
                    .ExecuteDeleteAsync();
                setbacks.NotReached(opened, SendingTexts.AboutDraft);
                break;
            case ApiResult<DraftAdded>.Refused(var error):
                await setbacks.RefusedAsync(opened, error, SendingTexts.AboutDraft);
                break;
            default:
                setbacks.NotReached(opened, SendingTexts.AboutDraft);
                break;
        }
    }

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
            // The same words may lie there for another message of ours.
            if (!await opened.Context.Set<Publication>().AnyAsync(other => other.DraftMediaId == draft.MediaId))
            {
                opened.Publication.KeepDraft(draft.MediaId);
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

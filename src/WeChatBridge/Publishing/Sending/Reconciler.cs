using Microsoft.EntityFrameworkCore;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.FreePublish;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Looks up what became of a message of which nobody knows whether the platform took it (对账). A 发布 is looked for among what is public;
/// a 群发 is asked for once more under its own name, which the platform knows for a day. What is not found asks a person.
/// </summary>
internal sealed class Reconciler(SendingStore store, AttemptLedger ledger, Submission submission, PublishingOptions options)
{
    /// <summary>A repetition within a minute is refused (45066).</summary>
    public static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(70);

    public static readonly TimeSpan RepetitionPause = TimeSpan.FromSeconds(70);

    private const int TooFast = 45066;
    private const int MostLooks = 6;
    private const int PageSize = 20;

    // The platform's clock and ours may differ.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NameIsKnownFor = TimeSpan.FromHours(24);

    public async Task LookAsync(Claim claim, WeChatApi? api, IReadOnlyList<ArticleDocument>? documents)
    {
        var publication = await store.ReadAsync(claim);
        if (api is null || documents is null)
        {
            await store.ChangeAsync(claim, opened => LookLater(opened, draftIsThere: null));
        }
        else if (publication.Act == SendingAct.Publish)
        {
            await FindPublishedAsync(claim, api, publication, documents);
        }
        else
        {
            await RepeatAsync(claim, api, publication);
        }
    }

    /// <summary>Whether the platform surely did nothing about a repetition, so that it may be made again.</summary>
    public static bool MayBeRepeatedLater(ApiError error) => error.Code == TooFast
        || error.Kind is ErrorKind.NotSent or ErrorKind.TryLater or ErrorKind.TokenExpired or ErrorKind.CredentialsWrong
            or ErrorKind.AddressNotAllowed;

    private async Task RepeatAsync(Claim claim, WeChatApi api, Publication publication)
    {
        var open = (await store.AttemptsAsync(publication)).FindAll(attempt =>
            attempt is { Step: SendingStep.MassSend, IsUnknown: true } || AwaitedConfirmation.IsSaidBy(attempt));
        // One that the administrator was still to confirm was no answer: it is asked for once more.
        var isSpent = open.Count > 1 && open[^1].IsUnknown;
        var isInTime = store.Now <= publication.LastMoment(options.LateLimit)
            && store.Now - (publication.SubmittedAt ?? store.Now) < NameIsKnownFor;
        if (isSpent || !isInTime || publication.TaskId.Length > 0 || publication.ClientMessageId.Length == 0)
        {
            await store.ChangeAsync(claim, opened => opened.Publication.LoseSight(SendingTexts.AskPersonAboutMassSend, null));
            return;
        }

        await submission.MassSendAsync(claim, api, publication, again: true);
        // Not made where the account is paused: it stays to be made.
        await store.ChangeAsync(claim, opened =>
        {
            if (opened.Publication is { State: PublicationState.OutcomeUnknown, AskAgainAt: { } at } && at <= opened.At)
            {
                opened.Publication.AskAgain(opened.At + RepetitionPause);
            }
        });
    }

    private async Task FindPublishedAsync(Claim claim, WeChatApi api, Publication publication, IReadOnlyList<ArticleDocument> documents)
    {
        bool? draftIsThere = null;
        await ledger.CallAsync(claim, new OutgoingCall<NewsContent>(
            SendingStep.Outcome, "draft/get", () => api.Draft.GetAsync(publication.DraftMediaId, CancellationToken.None))
        {
            Told = draft => new { Articles = draft.NewsItem.Count },
            Conclude = (_, result) =>
            {
                draftIsThere = result switch
                {
                    ApiResult<NewsContent>.Done => true,
                    ApiResult<NewsContent>.Refused({ Kind: ErrorKind.NotFound }) => false,
                    _ => null,
                };
                return Task.CompletedTask;
            },
        });
        await ledger.CallAsync(claim, new OutgoingCall<PublicationPage>(
            SendingStep.Outcome, "freepublish/batchget", () => api.FreePublish.BatchGetAsync(0, PageSize, true, CancellationToken.None))
        {
            Told = page => new { page.TotalCount, ArticleIds = page.Item.Select(item => item.ArticleId) },
            Conclude = (opened, result) => ConcludeAsync(opened, result, documents, draftIsThere),
        });
    }

    private static async Task ConcludeAsync(
        OpenPublication opened, ApiResult<PublicationPage> result, IReadOnlyList<ArticleDocument> documents, bool? draftIsThere)
    {
        if (opened.Publication.State != PublicationState.OutcomeUnknown)
        {
            return;
        }

        var since = opened.Publication.SubmittedAt - ClockTolerance;
        var listed = result is ApiResult<PublicationPage>.Done(var page) ? page.Item : [];
        foreach (var one in listed.Where(one => one.UpdateTime >= since && DraftLosses.IsSame(documents, one.Content)))
        {
            if (!await opened.Context.Set<Publication>().AnyAsync(other => other.PlatformArticleId == one.ArticleId))
            {
                var missed = await UnmatchedOutcome.TakeByArticleAsync(opened.Context, opened.Publication.AccountKey, one.ArticleId);
                OutcomeBook.Apply(opened, missed ?? OutcomeBook.Found(one, opened.Publication.TaskId), "found");
                return;
            }
        }

        LookLater(opened, draftIsThere);
    }

    private static void LookLater(OpenPublication opened, bool? draftIsThere)
    {
        var asked = opened.Publication.TimesAsked + 1;
        var next = asked < MostLooks ? OutcomeQuery.NextAfter(asked, opened.Publication.SubmittedAt ?? opened.At, opened.At) : null;
        opened.Publication.AskAgain(next);
        opened.Publication.Say(draftIsThere switch
        {
            true => SendingTexts.UnknownDraftThere,
            false => SendingTexts.UnknownDraftGone,
            null => SendingTexts.OutcomeUnknown,
        });
    }
}

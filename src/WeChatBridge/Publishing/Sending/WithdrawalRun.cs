using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.Mass;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Has the platform delete what two people decided to take back. Deleting what is deleted already does no harm, so that a lost call is
/// looked up first and then made again; that the article is not found then is no refusal.
/// </summary>
internal sealed class WithdrawalRun(SendingStore store, AttemptLedger ledger)
{
    private const int UnknownArticle = 40007;
    private const int WrongArticle = 53600;

    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(5);

    public async Task TakeAsync(Claim claim, WeChatApi? api)
    {
        var publication = await store.ReadAsync(claim);
        var withdrawal = await store.ReadAsync(context => Confirmed(context, claim).AsNoTracking().FirstAsync());
        if (api is null)
        {
            await store.ChangeAsync(claim, opened => LaterAsync(opened, SendingTexts.AboutMissingKeys));
            return;
        }

        if ((publication.IsKnownByTask ? publication.TaskId : publication.PlatformArticleId).Length == 0)
        {
            await store.ChangeAsync(claim, HasNoNameAsync);
            return;
        }

        var target = $"withdrawal/{withdrawal.Id}";
        var wasLost = await store.ReadAsync(context => context.Set<SendingAttempt>().AnyAsync(attempt =>
            attempt.PublicationId == publication.Id && attempt.Step == SendingStep.Withdrawal && attempt.Target == target
            && (attempt.Outcome == AttemptOutcome.Begun || attempt.Outcome == AttemptOutcome.Unknown)));
        if (wasLost && await LookAsync(claim, api, publication, withdrawal) == Sight.Gone)
        {
            return;
        }

        var place = withdrawal.Position + 1 ?? 0;
        ApiError? doubt = null;
        await ledger.CallAsync(claim, new OutgoingCall<Acknowledged>(
            SendingStep.Withdrawal, target, () => DeleteAsync(api, publication, place))
        {
            Conclude = (opened, result) => result.Match(
                _ => TakenBackAsync(opened),
                error => IsGoneAlready(error, wasLost) ? TakenBackAsync(opened)
                    : wasLost && error.Kind == ErrorKind.NotFound ? Task.FromResult(doubt = error)
                    : RefusedAsync(opened, error),
                _ => LaterAsync(opened, SendingTexts.WithdrawalUnanswered)),
        });
        if (doubt is not null)
        {
            await SettleDoubtAsync(claim, api, (publication, withdrawal), doubt);
        }
    }

    // Of an article it once gave this id, the platform says so only when the article is gone: the deletion whose answer was lost did it.
    private static bool IsGoneAlready(ApiError error, bool wasLost) => wasLost && error.Code is (UnknownArticle or WrongArticle);

    /// <summary>The task, or the article in it, is not found, and that may have several reasons: it is looked at.</summary>
    private async Task SettleDoubtAsync(Claim claim, WeChatApi api, (Publication Publication, Withdrawal Withdrawal) about, ApiError doubt)
    {
        var sight = await LookAsync(claim, api, about.Publication, about.Withdrawal);
        await store.ChangeAsync(claim, opened => sight switch
        {
            Sight.Gone => Task.CompletedTask,
            Sight.There => RefusedAsync(opened, doubt),
            Sight.Unclear => StaysUnknownAsync(opened, doubt),
            _ => LaterAsync(opened, SendingTexts.WithdrawalUnanswered),
        });
    }

    private static Task<ApiResult<Acknowledged>> DeleteAsync(WeChatApi api, Publication publication, int place) =>
        publication.IsKnownByTask
            ? api.Mass.DeleteAsync(publication.TaskId, place, CancellationToken.None)
            : api.FreePublish.DeleteAsync(publication.PlatformArticleId, place, CancellationToken.None);

    private async Task<Sight> LookAsync(Claim claim, WeChatApi api, Publication publication, Withdrawal withdrawal)
    {
        var sight = Sight.None;
        if (publication.IsKnownByTask)
        {
            await ledger.CallAsync(claim, new OutgoingCall<MassStatus>(
                SendingStep.Outcome, publication.TaskId, () => api.Mass.GetAsync(publication.TaskId, CancellationToken.None))
            {
                Conclude = (opened, result) => EndIfGoneAsync(opened, sight = Of(result, withdrawal)),
            });
        }
        else
        {
            await ledger.CallAsync(claim, new OutgoingCall<NewsContent>(
                SendingStep.Outcome,
                publication.PlatformArticleId,
                () => api.FreePublish.GetArticleAsync(publication.PlatformArticleId, CancellationToken.None))
            {
                Told = content => new { Deleted = content.NewsItem.Select(item => item.IsDeleted) },
                Conclude = (opened, result) => EndIfGoneAsync(opened, sight = Of(result, withdrawal)),
            });
        }

        return sight;
    }

    // Of one article of several, the state of the whole tells nothing.
    private static Sight Of(ApiResult<MassStatus> result, Withdrawal withdrawal) => result switch
    {
        ApiResult<MassStatus>.Done({ MsgStatus: "DELETE" }) => Sight.Gone,
        ApiResult<MassStatus>.Done => withdrawal.Position is null ? Sight.There : Sight.Unclear,
        ApiResult<MassStatus>.Refused({ Kind: ErrorKind.NotFound }) => Sight.Unclear,
        _ => Sight.None,
    };

    private static Sight Of(ApiResult<NewsContent> result, Withdrawal withdrawal) => result switch
    {
        ApiResult<NewsContent>.Done(var content) =>
            content.NewsItem.Where((_, i) => withdrawal.Position is null || withdrawal.Position == i).All(item => item.IsDeleted)
                ? Sight.Gone
                : Sight.There,
        ApiResult<NewsContent>.Refused({ Kind: ErrorKind.NotFound }) => Sight.Gone,
        _ => Sight.None,
    };

    private static Task EndIfGoneAsync(OpenPublication opened, Sight sight) =>
        sight == Sight.Gone ? TakenBackAsync(opened) : Task.CompletedTask;

    private static async Task TakenBackAsync(OpenPublication opened)
    {
        var withdrawal = await CurrentAsync(opened);
        withdrawal.Fulfil(opened.Publication, opened.At);
        opened.Note("publication.withdrawn", $"withdrawal/{withdrawal.Id}");
    }

    private static async Task StaysUnknownAsync(OpenPublication opened, ApiError doubt)
    {
        (await CurrentAsync(opened)).End(WithdrawalState.Unknown, SendingTexts.WithdrawalDoubtful.With(doubt.Advice), opened.At);
        opened.Note("publication.withdrawal-unknown", Setbacks.CodeOf(doubt));
    }

    private static async Task RefusedAsync(OpenPublication opened, ApiError error)
    {
        if (error.Kind is ErrorKind.ContentRejected or ErrorKind.NotFound or ErrorKind.Refused or ErrorKind.RightMissing or ErrorKind.Unknown)
        {
            (await CurrentAsync(opened)).End(WithdrawalState.Refused, SendingTexts.WithdrawalRefused.With(error.Advice), opened.At);
            opened.Note("publication.withdrawal-refused", Setbacks.CodeOf(error));
        }
        else
        {
            await LaterAsync(opened, error.Advice);
        }
    }

    // A person sent it, or found that it was out: the platform was never heard to say what it is called there.
    private static async Task HasNoNameAsync(OpenPublication opened)
    {
        var words = SendingTexts.WithdrawalRefused.With(SendingTexts.NoPlatformNumber);
        (await CurrentAsync(opened)).End(WithdrawalState.Refused, words, opened.At);
        opened.Note("publication.withdrawal-refused", "no number");
    }

    private static async Task LaterAsync(OpenPublication opened, string words) =>
        (await CurrentAsync(opened)).TryAgain(opened.At + Delay, words);

    private static Task<Withdrawal> CurrentAsync(OpenPublication opened) =>
        opened.Context.Set<Withdrawal>().Where(one => one.PublicationId == opened.Publication.Id && one.State == WithdrawalState.Confirmed)
            .OrderBy(one => one.Id).FirstAsync();

    private static IOrderedQueryable<Withdrawal> Confirmed(BridgeContext context, Claim claim) =>
        context.Set<Withdrawal>().Where(one => one.PublicationId == claim.PublicationId && one.State == WithdrawalState.Confirmed)
            .OrderBy(one => one.Id);

    /// <summary>What a look at the platform shows.</summary>
    private enum Sight
    {
        /// <summary>It gave no answer.</summary>
        None,
        Gone,
        There,

        /// <summary>It answered, and the answer decides nothing.</summary>
        Unclear,
    }
}

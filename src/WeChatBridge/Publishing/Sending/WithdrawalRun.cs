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
/// looked up first and then made again.
/// </summary>
internal sealed class WithdrawalRun(SendingStore store, AttemptLedger ledger)
{
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
        if (wasLost && await IsGoneAsync(claim, api, publication, withdrawal))
        {
            return;
        }

        var place = withdrawal.Position + 1 ?? 0;
        await ledger.CallAsync(claim, new OutgoingCall<Acknowledged>(
            SendingStep.Withdrawal, target, () => DeleteAsync(api, publication, place))
        {
            Conclude = (opened, result) => result.Match(
                _ => TakenBackAsync(opened),
                error => RefusedAsync(opened, error),
                _ => LaterAsync(opened, SendingTexts.WithdrawalUnanswered)),
        });
    }

    private static Task<ApiResult<Acknowledged>> DeleteAsync(WeChatApi api, Publication publication, int place) =>
        publication.IsKnownByTask
            ? api.Mass.DeleteAsync(publication.TaskId, place, CancellationToken.None)
            : api.FreePublish.DeleteAsync(publication.PlatformArticleId, place, CancellationToken.None);

    private async Task<bool> IsGoneAsync(Claim claim, WeChatApi api, Publication publication, Withdrawal withdrawal)
    {
        var isGone = false;
        if (publication.IsKnownByTask)
        {
            await ledger.CallAsync(claim, new OutgoingCall<MassStatus>(
                SendingStep.Outcome, publication.TaskId, () => api.Mass.GetAsync(publication.TaskId, CancellationToken.None))
            {
                Conclude = (opened, result) => EndIfAsync(opened, isGone = result is ApiResult<MassStatus>.Done({ MsgStatus: "DELETE" })),
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
                Conclude = (opened, result) => EndIfAsync(opened, isGone = result switch
                {
                    ApiResult<NewsContent>.Done(var content) =>
                        content.NewsItem.Where((_, i) => withdrawal.Position is null || withdrawal.Position == i).All(item => item.IsDeleted),
                    ApiResult<NewsContent>.Refused({ Kind: ErrorKind.NotFound }) => true,
                    _ => false,
                }),
            });
        }

        return isGone;
    }

    private static Task EndIfAsync(OpenPublication opened, bool isGone) => isGone ? TakenBackAsync(opened) : Task.CompletedTask;

    private static async Task TakenBackAsync(OpenPublication opened)
    {
        var withdrawal = await CurrentAsync(opened);
        withdrawal.End(WithdrawalState.Done, "", opened.At);
        foreach (var item in opened.Items.Where(item => withdrawal.Position is null || item.Position == withdrawal.Position))
        {
            item.TakeBack(opened.At);
        }

        if (opened.Items.All(item => item.WithdrawnAt is not null))
        {
            opened.Publication.BeTakenBack(SendingTexts.TakenBack.With(withdrawal.Reason), opened.At);
        }

        opened.Note("publication.withdrawn", $"withdrawal/{withdrawal.Id}");
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
}

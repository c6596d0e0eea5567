using Microsoft.EntityFrameworkCore;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.FreePublish;
using WeChatBridge.WeChat.Api.Mass;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Hands the draft over: the one step after which a message can be public. It is made at most once; where nobody knows whether the platform
/// took it, it is looked up.
/// </summary>
internal sealed class Submission(SendingStore store, AttemptLedger ledger, Setbacks setbacks)
{
    public async Task TakeAsync(Claim claim, WeChatApi api)
    {
        var publication = await store.ReadAsync(claim);
        var account = await store.ReadAsync(context =>
            context.Set<AccountSending>().AsNoTracking().SingleOrDefaultAsync(one => one.AccountKey == publication.AccountKey));
        if (publication.Act == SendingAct.DraftOnly || account?.IsDraftOnly == true)
        {
            var words = publication.Act == SendingAct.DraftOnly ? SendingTexts.DraftReady : SendingTexts.DraftReadyForLackOfRight;
            await store.ChangeAsync(claim, opened => LeaveToPersonAsync(opened, words));
        }
        else if (publication.Act == SendingAct.Publish)
        {
            await PublishAsync(claim, api, publication);
        }
        else
        {
            await MassSendAsync(claim, api, publication, again: false);
        }
    }

    /// <summary>The mass send, or its one allowed repetition: the platform knows both by the same name.</summary>
    public Task MassSendAsync(Claim claim, WeChatApi api, Publication publication, bool again) =>
        ledger.CallAsync(claim, new OutgoingCall<MassSent>(
            SendingStep.MassSend,
            publication.DraftMediaId,
            // A reprint would be replaced by another's text: that is not what was examined.
            () => api.Mass.SendAllAsync(
                MassContent.Articles(publication.DraftMediaId), publication.AudienceTag, publication.ClientMessageId, false, CancellationToken.None))
        {
            Admit = again ? MayBeRepeatedAsync : HandOverAsync,
            Conclude = (opened, result) => result.Match(
                sent => AcceptAsync(opened, sent.MsgId, sent.MsgDataId),
                error => again ? StillUnknownAsync(opened, error) : RefuseAsync(opened, error),
                _ => LoseSightAsync(opened, again)),
        });

    private async Task PublishAsync(Claim claim, WeChatApi api, Publication publication) =>
        await ledger.CallAsync(claim, new OutgoingCall<PublishSubmitted>(
            SendingStep.Publish,
            publication.DraftMediaId,
            () => api.FreePublish.SubmitAsync(publication.DraftMediaId, CancellationToken.None))
        {
            Admit = HandOverAsync,
            Conclude = (opened, result) => result.Match(
                submitted => AcceptAsync(opened, submitted.PublishId, submitted.MsgDataId),
                error => RefuseAsync(opened, error),
                _ => LoseSightAsync(opened, again: false)),
        });

    private static async Task<bool> HandOverAsync(OpenPublication opened)
    {
        if (!await Admission.BeginUseAsync(opened))
        {
            return false;
        }

        opened.Publication.HandOver(opened.At);
        return true;
    }

    private static async Task<bool> MayBeRepeatedAsync(OpenPublication opened)
    {
        if (await Admission.UnreleasedAsync(opened) is not var (item, objection))
        {
            return true;
        }

        opened.Publication.LoseSight(SendingTexts.MayBeOut.With(SendingTexts.NotRepeated.With(item.Title, objection)), null);
        return false;
    }

    private static async Task AcceptAsync(OpenPublication opened, string taskId, string? dataId)
    {
        opened.Publication.Accept(taskId, dataId, opened.At + OutcomeQuery.FirstDelay);
        opened.Note("publication.submitted", $"{opened.Publication.Act} {taskId}");
        // The event may have been quicker than the answer.
        if (await UnmatchedOutcome.TakeAsync(opened.Context, opened.Publication) is { } report)
        {
            OutcomeBook.Apply(opened, report, "event");
        }
    }

    private async Task RefuseAsync(OpenPublication opened, ApiError error)
    {
        switch (error.Kind)
        {
            case ErrorKind.RightMissing:
                (await opened.AccountAsync(CancellationToken.None)).LoseRight(opened.At);
                opened.NoteOnAccount("account.draft-only", Setbacks.CodeOf(error));
                LeaveAsDraft(opened, SendingTexts.DraftReadyForLackOfRight);
                break;
            case var _ when AwaitedConfirmation.IsSaidBy(error):
                AwaitedConfirmation.WaitFor(opened, error);
                break;
            // The draft is gone: a person may have sent it on the website.
            case ErrorKind.NotFound or ErrorKind.AlreadyDone:
                var lookAt = opened.Publication.Act == SendingAct.Publish ? opened.At + Reconciler.FirstLook : (DateTimeOffset?)null;
                opened.Publication.LoseSight(SendingTexts.MayBeOut.With(error.Advice), lookAt);
                opened.Note("publication.unknown", Setbacks.CodeOf(error));
                break;
            default:
                opened.Publication.TakeInHandAgain();
                await setbacks.RefusedAsync(opened, error, SendingTexts.AboutHandingOver);
                break;
        }
    }

    private static Task LoseSightAsync(OpenPublication opened, bool again)
    {
        opened.Publication.LoseSight(
            again ? SendingTexts.RepetitionUnknown : SendingTexts.OutcomeUnknown, again ? null : opened.At + Reconciler.FirstLook);
        opened.Note("publication.unknown", again ? "repetition" : "no answer");
        return Task.CompletedTask;
    }

    // What the platform says of the repetition proves nothing of the first, but that it was not taken now.
    private static Task StillUnknownAsync(OpenPublication opened, ApiError error)
    {
        if (Reconciler.MayBeRepeatedLater(error))
        {
            opened.Publication.AskAgain(opened.At + Reconciler.RepetitionPause);
        }
        else if (AwaitedConfirmation.IsSaidBy(error))
        {
            AwaitedConfirmation.WaitFor(opened, error);
        }
        else
        {
            opened.Publication.LoseSight(SendingTexts.MayBeOut.With(error.Advice), null);
            opened.Note("publication.unknown", $"repetition refused {Setbacks.CodeOf(error)}");
        }

        return Task.CompletedTask;
    }

    // The right may have been lost to another sending after this draft was made: only now a person is to send it.
    private static async Task LeaveToPersonAsync(OpenPublication opened, string words)
    {
        if (await Admission.BeginUseAsync(opened))
        {
            LeaveAsDraft(opened, words);
        }
    }

    private static void LeaveAsDraft(OpenPublication opened, string words)
    {
        opened.Publication.BeReadyAsDraft(words, opened.At);
        opened.Note("publication.draft-ready", opened.Publication.DraftMediaId);
    }
}

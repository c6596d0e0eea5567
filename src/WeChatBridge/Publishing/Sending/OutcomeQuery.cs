using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.FreePublish;
using WeChatBridge.WeChat.Api.Mass;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Asks what became of a task whose event has not come: after 1, 5, 15 and 60 minutes, then hourly for a day. The platform answers a
/// hundred such questions a day.
/// </summary>
internal sealed class OutcomeQuery(SendingStore store, AttemptLedger ledger)
{
    public static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan[] Delays = [FirstDelay, .. new[] { 5, 15, 60 }.Select(minutes => TimeSpan.FromMinutes(minutes))];
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(1);

    public async Task AskAsync(Claim claim, WeChatApi? api)
    {
        var publication = await store.ReadAsync(claim);
        if (api is null)
        {
            await store.ChangeAsync(claim, AskLater);
        }
        else if (publication.Act == SendingAct.Publish)
        {
            await ledger.CallAsync(claim, new OutgoingCall<PublishState>(
                SendingStep.Outcome, publication.TaskId, () => api.FreePublish.GetAsync(publication.TaskId, CancellationToken.None))
            {
                Conclude = (opened, result) =>
                    Conclude(opened, result is ApiResult<PublishState>.Done(var state) ? TaskReport.Of(publication.TaskId, state) : null),
            });
        }
        else
        {
            await ledger.CallAsync(claim, new OutgoingCall<MassStatus>(
                SendingStep.Outcome, publication.TaskId, () => api.Mass.GetAsync(publication.TaskId, CancellationToken.None))
            {
                Conclude = (opened, result) => Conclude(
                    opened, result is ApiResult<MassStatus>.Done(var status) ? TaskReport.OfMassSend(publication.TaskId, status.MsgStatus) : null),
            });
        }
    }

    /// <summary>The next time to ask after so many; null when it is time to give up.</summary>
    public static DateTimeOffset? NextAfter(int asked, DateTimeOffset since, DateTimeOffset now)
    {
        var delay = asked < Delays.Length ? Delays[asked] : TimeSpan.FromHours(asked - Delays.Length + 2);
        return delay > GivenUpAfter ? null : since + delay > now ? since + delay : now + FirstDelay;
    }

    private static Task Conclude(OpenPublication opened, TaskReport? report)
    {
        if (report is null or { Ending: TaskEnding.Running })
        {
            AskLater(opened);
        }
        else
        {
            OutcomeBook.Apply(opened, report, "asked");
        }

        return Task.CompletedTask;
    }

    private static void AskLater(OpenPublication opened)
    {
        // The event may have come while the question was on its way.
        if (opened.Publication.State != PublicationState.Submitted)
        {
            return;
        }

        if (NextAfter(opened.Publication.TimesAsked + 1, opened.Publication.SubmittedAt ?? opened.At, opened.At) is { } next)
        {
            opened.Publication.AskAgain(next);
        }
        else
        {
            opened.Publication.LoseSight(SendingTexts.NoOutcomeForADay, null);
            opened.Note("publication.unknown", "no outcome for a day");
        }
    }
}

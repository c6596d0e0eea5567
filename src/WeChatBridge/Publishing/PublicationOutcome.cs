using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.Publishing;

/// <summary>
/// What the platform's events say of publications, stored in the same commit as the event: an event that was acknowledged has had its
/// effect, and one that comes twice has it once.
/// </summary>
internal sealed class PublicationOutcome(AuditTrail audit, TimeProvider clock)
{
    /// <summary>What is to be stored with the message; null where it says nothing of a publication.</summary>
    public StoredEffect? Of(string accountKey, InboundMessage message) => TaskReport.Of(message) is { } report
        ? (context, cancellationToken) => KeepAsync(context, accountKey, report, cancellationToken)
        : null;

    private async Task KeepAsync(BridgeContext context, string accountKey, TaskReport report, CancellationToken cancellationToken)
    {
        // Before looking: a sending that learns its task at this moment either finds the report, or is found.
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var publication = await context.Set<Publication>().Include(one => one.Items).SingleOrDefaultAsync(
            one => one.AccountKey == accountKey && one.Act == report.Act && one.TaskId == report.TaskId, cancellationToken);
        if (publication is not null)
        {
            var opened = new OpenPublication(context, publication, clock.GetUtcNow());
            OutcomeBook.Apply(opened, report, "event");
            await opened.SaveAsync(audit, cancellationToken);
        }
        else if (report.Act == SendingAct.MassSend
            && await AwaitedConfirmation.OnlyOneAsync(context, accountKey, cancellationToken) is { } awaiting)
        {
            var opened = new OpenPublication(context, awaiting, clock.GetUtcNow());
            await AwaitedConfirmation.HearAsync(opened, report, cancellationToken);
            await opened.SaveAsync(audit, cancellationToken);
        }
        else
        {
            await UnmatchedOutcome.KeepAsync(context, accountKey, report, clock.GetUtcNow(), cancellationToken);
        }
    }
}

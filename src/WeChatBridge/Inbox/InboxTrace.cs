using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Inbox;

/// <summary>
/// A follower in the inbox. The messages stay as the office's record, with what was written and sent; who left them is gone, so whatever is
/// still to be answered cannot be, and whatever is still to be sent is not.
/// </summary>
internal sealed class InboxTrace(TimeProvider clock) : IFollowerTrace
{
    public async Task EraseAsync(BridgeContext context, string accountKey, string openId, CancellationToken cancellationToken)
    {
        await VoidRepliesAsync(context, accountKey, openId, cancellationToken);
        await EndTalksAsync(context, accountKey, openId, cancellationToken);
        var messages = context.Set<InboxMessage>().Where(message => message.AccountKey == accountKey && message.OpenId == openId);
        await messages.Where(message => message.State == InboxState.Open || message.State == InboxState.InProgress)
            .ExecuteUpdateAsync(row => row.SetProperty(message => message.State, InboxState.Unanswerable), cancellationToken);
        await messages.ExecuteUpdateAsync(
            row => row.SetProperty(message => message.OpenId, "").SetProperty(message => message.Version, message => message.Version + 1),
            cancellationToken);
    }

    private static async Task VoidRepliesAsync(BridgeContext context, string accountKey, string openId, CancellationToken cancellationToken)
    {
        var ids = context.Set<InboxMessage>().Where(message => message.AccountKey == accountKey && message.OpenId == openId)
            .Select(message => message.Id);
        await context.Set<InboxReply>()
            .Where(reply => ids.Contains(reply.MessageId)
                && (reply.Delivery == ReplyDelivery.Sending || reply.Delivery == ReplyDelivery.Waits))
            .ExecuteUpdateAsync(row => row.SetProperty(reply => reply.Delivery, ReplyDelivery.Void), cancellationToken);
        var outgoing = context.Set<OutgoingReply>().Where(one => one.AccountKey == accountKey && one.OpenId == openId);
        await outgoing.Where(one => one.State == OutgoingState.Waiting)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, OutgoingState.Cancelled), cancellationToken);
        await outgoing.ExecuteUpdateAsync(row => row.SetProperty(one => one.OpenId, ""), cancellationToken);
    }

    private async Task EndTalksAsync(BridgeContext context, string accountKey, string openId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var talks = context.Set<Handover>().Where(handover => handover.AccountKey == accountKey && handover.OpenId == openId);
        await talks.Where(handover => handover.EndedAt == null)
            .ExecuteUpdateAsync(
                row => row.SetProperty(handover => handover.EndedAt, now)
                    .SetProperty(handover => handover.Ending, HandoverEnding.FollowerGone),
                cancellationToken);
        await talks.ExecuteUpdateAsync(
            row => row.SetProperty(handover => handover.OpenId, "").SetProperty(handover => handover.IsAnnounced, true), cancellationToken);
    }
}

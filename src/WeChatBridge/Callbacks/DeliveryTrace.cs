using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Callbacks;

/// <summary>What a follower asked and was answered. The rows stay, so that a late repeat is still known, and tell of nobody any more.</summary>
internal sealed class DeliveryTrace : IFollowerTrace
{
    public Task EraseAsync(BridgeContext context, string accountKey, string openId, CancellationToken cancellationToken) =>
        context.Set<InboundDelivery>().Where(delivery => delivery.AccountKey == accountKey && delivery.OpenId == openId)
            .ExecuteUpdateAsync(
                row => row.SetProperty(delivery => delivery.OpenId, "")
                    .SetProperty(delivery => delivery.Question, "")
                    .SetProperty(delivery => delivery.ReplyText, "")
                    .SetProperty(delivery => delivery.ReplyContent, ""),
                cancellationToken);
}

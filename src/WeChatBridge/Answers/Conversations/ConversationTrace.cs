using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Answers.Conversations;

/// <summary>What is remembered of a follower's talk, and the questions that found nothing.</summary>
internal sealed class ConversationTrace : IFollowerTrace
{
    public async Task EraseAsync(BridgeContext context, string accountKey, string openId, CancellationToken cancellationToken)
    {
        await context.Set<Conversation>().Where(one => one.AccountKey == accountKey && one.OpenId == openId)
            .ExecuteDeleteAsync(cancellationToken);
        await context.Set<UnansweredQuestion>().Where(one => one.AccountKey == accountKey && one.OpenId == openId)
            .ExecuteDeleteAsync(cancellationToken);
    }
}

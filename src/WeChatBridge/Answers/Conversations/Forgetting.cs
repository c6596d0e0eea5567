using WeChatBridge.Storage;

namespace WeChatBridge.Answers.Conversations;

/// <summary>
/// Erases a follower at the follower's word, or when the follower leaves or closes the WeChat account
/// (the platform's duty: developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_event_pushes).
/// </summary>
internal sealed class Forgetting(IEnumerable<IFollowerTrace> traces)
{
    private readonly IFollowerTrace[] _traces = [.. traces];

    /// <summary>Has every trace erased in the commit of this message; the message itself is kept without its sender.</summary>
    public void Forget(Turn turn) => Forget(turn, turn.OpenId);

    /// <summary>The same for one of whom the platform tells in a message of its own.</summary>
    public void Forget(Turn turn, string openId)
    {
        turn.IsForgotten = true;
        turn.Also(async (context, cancellationToken) =>
        {
            foreach (var trace in _traces)
            {
                await trace.EraseAsync(context, turn.Account.Key, openId, cancellationToken);
            }
        });
    }
}

using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.WeChat.Replies;

/// <summary>Hands the follower's message to the platform's customer service (将消息转发到客服); the follower reads nothing yet.</summary>
public sealed record TransferToCustomerServiceReply : PassiveReply
{
    private TransferToCustomerServiceReply(string? kfAccount)
    {
        KfAccount = kfAccount;
    }

    /// <summary>The customer-service account that is to answer; null for any.</summary>
    public string? KfAccount { get; }

    /// <summary>Hands over. Only a follower's message can be: an event has nothing to answer.</summary>
    /// <param name="message">What is handed over.</param>
    /// <param name="kfAccount">The customer-service account that is to answer; null for any.</param>
    public static TransferToCustomerServiceReply Of(UserMessage message, string? kfAccount = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new TransferToCustomerServiceReply(kfAccount);
    }
}

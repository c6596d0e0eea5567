namespace WeChatBridge.WeChat.Api.Mass;

/// <summary>The platform accepted the task; how it went comes with the event MASSSENDJOBFINISH.</summary>
/// <param name="MsgId">Names the task, for <c>mass/get</c> and <c>mass/delete</c>.</param>
/// <param name="MsgDataId">What comments and statistics go by; for articles only.</param>
/// <param name="Errcode">0, or 45065 when an earlier call with the same <c>clientmsgid</c> had been accepted.</param>
public sealed record MassSent(string MsgId, string? MsgDataId = null, int Errcode = 0)
{
    /// <summary>errcode "clientmsgid exist": the answer names the first task.</summary>
    internal const int ClientMsgIdExists = 45065;

    /// <summary>True when this was a repetition and the task is the earlier one's; nothing was sent twice.</summary>
    public bool WasAcceptedBefore => Errcode == ClientMsgIdExists;
}

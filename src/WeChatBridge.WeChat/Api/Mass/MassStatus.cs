namespace WeChatBridge.WeChat.Api.Mass;

/// <summary>Where a mass send stands.</summary>
/// <param name="MsgStatus"><c>SEND_SUCCESS</c>, <c>SENDING</c>, <c>SEND_FAIL</c> or <c>DELETE</c>.</param>
/// <param name="MsgId">The task.</param>
public sealed record MassStatus(string MsgStatus, string? MsgId = null);

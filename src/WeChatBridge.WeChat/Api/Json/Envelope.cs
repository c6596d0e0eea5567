namespace WeChatBridge.WeChat.Api.Json;

/// <summary>The two fields any answer may have; answers that succeed often lack both.</summary>
internal sealed record Envelope(int Errcode = 0, string? Errmsg = null);

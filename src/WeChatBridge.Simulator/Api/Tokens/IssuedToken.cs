namespace WeChatBridge.Simulator.Api.Tokens;

/// <summary>An access token and the instant from which it no longer opens anything.</summary>
public sealed record IssuedToken(string Value, DateTimeOffset ExpiresAt);

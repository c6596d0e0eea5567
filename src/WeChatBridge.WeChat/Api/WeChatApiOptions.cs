namespace WeChatBridge.WeChat.Api;

/// <summary>What one account's client must know before its first call.</summary>
public sealed record WeChatApiOptions
{
    /// <summary>The account's AppID (开发者 ID).</summary>
    public required string AppId { get; init; }

    /// <summary>Where the platform listens; a fixed egress proxy or a simulator may stand in. A path prefix is kept.</summary>
    public Uri BaseUrl { get; init; } = new("https://api.weixin.qq.com/");

    /// <summary>Longest wait for one attempt of a call without a file, connection included. Default 15 s.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait for one attempt of a call that carries or fetches a file. Default 2 min.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Most bytes read of a JSON answer. Default 16 MiB: twenty drafts of eight articles at the platform's own limit.</summary>
    public int MaxAnswerBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Most bytes read of a downloaded file. Default 20 MiB, twice the platform's largest material.</summary>
    public int MaxFileBytes { get; init; } = 20 * 1024 * 1024;
}

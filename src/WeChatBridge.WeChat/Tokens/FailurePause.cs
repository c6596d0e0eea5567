using WeChatBridge.WeChat.Api;

namespace WeChatBridge.WeChat.Tokens;

/// <summary>Keeps a keeper that fails again and again from hammering the platform. Used under the keeper's gate only.</summary>
internal sealed class FailurePause(TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private int _failures;
    private DateTimeOffset _until;
    private ApiResult<AccessToken>? _last;

    /// <summary>The last failure while its pause lasts; <see langword="null"/> when the platform may be asked.</summary>
    public ApiResult<AccessToken>? Current => time.GetUtcNow() < _until ? _last : null;

    /// <summary>One failure is forgiven; from the second on the pause doubles.</summary>
    public void Failed(ApiResult<AccessToken> failure)
    {
        _failures++;
        _last = failure;
        if (_failures > 1)
        {
            var doubled = Shortest * Math.Pow(2, Math.Min(_failures - 2, 10));
            _until = time.GetUtcNow() + (doubled < Longest ? doubled : Longest);
        }
    }

    public void Clear()
    {
        _failures = 0;
        _until = default;
        _last = null;
    }
}

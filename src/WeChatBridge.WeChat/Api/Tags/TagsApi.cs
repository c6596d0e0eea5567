using System.Diagnostics.CodeAnalysis;

namespace WeChatBridge.WeChat.Api.Tags;

/// <summary><c>/cgi-bin/tags/…</c>: follower tags (标签), to choose a mass send's audience by. Verified accounts only.</summary>
public sealed class TagsApi
{
    private readonly WeChatApi _api;

    internal TagsApi(WeChatApi api) => _api = api;

    /// <summary>All tags (获取标签), at most 100.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/usermanage/tag/api_gettags.html"/></remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<FollowerTags>> GetAsync(CancellationToken cancellationToken)
        => _api.GetAsync<FollowerTags>("cgi-bin/tags/get", cancellationToken);
}

/// <summary>The account's tags.</summary>
public sealed record FollowerTags
{
    /// <summary>The tags.</summary>
    [AllowNull]
    public IReadOnlyList<FollowerTag> Tags { get; init => field = value ?? []; } = [];
}

/// <summary>One tag.</summary>
/// <param name="Id">Names it in a mass send.</param>
/// <param name="Name">标签名.</param>
/// <param name="Count">Followers that have it.</param>
public sealed record FollowerTag(int Id, string? Name = null, int Count = 0);

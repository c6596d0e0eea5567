using System.Diagnostics.CodeAnalysis;

namespace WeChatBridge.WeChat.Api.Draft;

/// <summary>The articles of one message (多图文), in order.</summary>
public sealed record NewsContent
{
    /// <summary>The articles; index 0 is the first.</summary>
    [AllowNull]
    public IReadOnlyList<NewsItem> NewsItem { get; init => field = value ?? []; } = [];
}

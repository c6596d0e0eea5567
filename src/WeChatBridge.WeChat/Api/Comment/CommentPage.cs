using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.Comment;

/// <summary>One page of an article's comments.</summary>
/// <param name="Total">Comments of the article.</param>
public sealed record CommentPage(int Total = 0)
{
    /// <summary>The comments.</summary>
    [AllowNull]
    public IReadOnlyList<UserComment> Comment { get; init => field = value ?? []; } = [];
}

/// <summary>One comment (留言).</summary>
/// <param name="UserCommentId">Names it within its article.</param>
/// <param name="Openid">Who wrote it; absent for those who do not comment as a WeChat user.</param>
/// <param name="Content">What it says.</param>
public sealed record UserComment(string UserCommentId, string? Openid = null, string? Content = null)
{
    /// <summary>The account's reply, if there is one.</summary>
    [JsonConverter(typeof(CommentReplyConverter))]
    public CommentReply? Reply { get; init; }

    /// <summary>When it was written.</summary>
    [JsonConverter(typeof(UnixSecondsConverter))]
    public DateTimeOffset CreateTime { get; init; }

    /// <summary>Whether readers see it (精选).</summary>
    [JsonConverter(typeof(FlagConverter)), JsonPropertyName("comment_type")]
    public bool IsElected { get; init; }
}

/// <summary>The account's reply to a comment.</summary>
/// <param name="Content">What it says.</param>
public sealed record CommentReply(string? Content = null)
{
    /// <summary>When it was written.</summary>
    [JsonConverter(typeof(UnixSecondsConverter))]
    public DateTimeOffset CreateTime { get; init; }
}

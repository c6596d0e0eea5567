using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.Comment;

internal sealed record ArticleRequest(
    [property: JsonConverter(typeof(NumericIdConverter))] string MsgDataId,
    int Index);

internal sealed record CommentListRequest(
    [property: JsonConverter(typeof(NumericIdConverter))] string MsgDataId,
    int Index,
    int Begin,
    int Count,
    CommentKind Type);

internal sealed record CommentRequest(
    [property: JsonConverter(typeof(NumericIdConverter))] string MsgDataId,
    int Index,
    [property: JsonConverter(typeof(NumericIdConverter))] string UserCommentId,
    string? Content = null);

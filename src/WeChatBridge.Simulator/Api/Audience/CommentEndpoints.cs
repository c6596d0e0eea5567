using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Audience;

/// <summary>comment/*: reading and moderating what readers wrote.</summary>
internal static class CommentEndpoints
{
    private const int MostPerPage = 49;
    private const int LongestReply = 600;

    public static readonly ApiEndpoint[] All =
    [
        OnArticle("open", (call, place) => SetOpen(call, place, true)),
        OnArticle("close", (call, place) => SetOpen(call, place, false)),
        OnArticle("list", List),
        OnComment("markelect", (call, comment) => call.Account.Comments.Elect(comment, true)),
        OnComment("unmarkelect", (call, comment) => call.Account.Comments.Elect(comment, false)),
        OnComment("delete", Delete),
        OnComment("reply/add", Reply),
        OnComment("reply/delete", DeleteReply),
    ];

    private static ApiEndpoint OnArticle(string name, Func<ApiCall, ArticlePlace, ApiAnswer> act) =>
        ApiEndpoint.Post(
            $"/cgi-bin/comment/{name}",
            call => FindArticle(call) is { } place ? act(call, place) : ErrorCode.CommentArticleNotFound) with
        { Right = ApiRight.Verified };

    private static ApiEndpoint OnComment(string name, Func<ApiCall, Comment, ApiAnswer> act) => OnArticle(name, (call, place) =>
        call.Account.Comments.Find(place, call.Body.Number("user_comment_id") ?? 0) is { } comment
            ? act(call, comment)
            : ErrorCode.CommentGone);

    private static ArticlePlace? FindArticle(ApiCall call)
    {
        var messageDataId = call.Body.Long("msg_data_id") ?? 0;
        var index = call.Body.Number("index") ?? 0;
        var articles = call.Account.Publications.All.FirstOrDefault(item => item.MessageDataId == messageDataId)?.Articles
            ?? call.Account.MassSends.All.FirstOrDefault(item => item.MessageDataId == messageDataId)?.Articles
            ?? [];
        return index >= 0 && index < articles.Count ? new ArticlePlace(messageDataId, index) : null;
    }

    private static ApiAnswer SetOpen(ApiCall call, ArticlePlace place, bool open)
    {
        call.Account.Comments.SetOpen(place, open);
        return ErrorCode.Ok;
    }

    private static ApiAnswer List(ApiCall call, ArticlePlace place)
    {
        var (begin, count) = (call.Body.Number("begin") ?? 0, call.Body.Number("count") ?? 0);
        if (begin < 0 || count is < 1 or > MostPerPage)
        {
            return ErrorCode.CommentCount;
        }

        // type: 0 all, 1 those not elected, 2 those elected.
        var type = call.Body.Number("type") ?? 0;
        var there = call.Account.Comments.All.Where(comment => comment.Place == place && !comment.IsDeleted);
        List<Comment> all = [.. there.Where(comment => type == 0 || comment.IsElected == (type == 2))];
        return ApiAnswer.Done(new JsonObject
        {
            ["total"] = all.Count,
            ["comment"] = new JsonArray([.. all.Skip(begin).Take(count).Select(Describe)]),
        });
    }

    private static JsonObject Describe(Comment comment)
    {
        var json = new JsonObject
        {
            ["user_comment_id"] = comment.Number,
            ["openid"] = comment.OpenId,
            ["create_time"] = comment.CreatedAt.ToUnixTimeSeconds(),
            ["content"] = comment.Content,
            ["comment_type"] = comment.IsElected ? 1 : 0,
        };
        if (comment.Reply is { } reply)
        {
            json["reply"] = new JsonObject { ["content"] = reply, ["create_time"] = comment.RepliedAt?.ToUnixTimeSeconds() };
        }

        return json;
    }

    private static ApiAnswer Delete(ApiCall call, Comment comment)
    {
        call.Account.Comments.Delete(comment);
        return ErrorCode.Ok;
    }

    private static ApiAnswer Reply(ApiCall call, Comment comment)
    {
        var content = call.Body.Text("content");
        if (comment.Reply is not null || content.Length is 0 or > LongestReply)
        {
            return comment.Reply is null ? ErrorCode.CommentReplyLength : ErrorCode.CommentAlreadyReplied;
        }

        call.Account.Comments.Reply(comment, content);
        return ErrorCode.Ok;
    }

    private static ApiAnswer DeleteReply(ApiCall call, Comment comment)
    {
        call.Account.Comments.Reply(comment, null);
        return ErrorCode.Ok;
    }
}

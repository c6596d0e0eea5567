using System.Text;
using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Api.CustomerService;

/// <summary>
/// Turns the body of a customer message into what the follower sees, or refuses it. Cards and mini programs are not played: an office
/// account has none.
/// </summary>
internal static class CustomerMessageContent
{
    // The platform publishes no number; services in the field stay below this one.
    private const int LongestText = 2048;

    public static ErrorCode Read(JsonObject body, AccountApi account, out ChatItem item)
    {
        var type = body.Text("msgtype");
        var content = body.Object(type);
        item = new ChatItem { Side = ChatSide.Account, Kind = type };
        switch (type)
        {
            case "text":
                item = item with { Text = content.Text("content") };
                return RefuseText(item.Text);
            case "image" or "voice" or "video" or "music":
                item = item with { Text = content.Text("title"), MediaId = content.Text(type == "music" ? "thumb_media_id" : "media_id") };
                return account.Media.Holds(item.MediaId) ? ErrorCode.Ok : ErrorCode.InvalidMediaId;
            case "news":
                item = item with { Articles = [.. content.Objects("articles").Select(ReadArticle)] };
                return RefuseArticles(item.Articles);
            case "mpnews" or "mpnewsarticle":
                item = item with { Kind = ChatKinds.News, Articles = FindArticles(content, account) };
                return item.Articles.Count > 0 ? ErrorCode.Ok : ErrorCode.InvalidMediaId;
            case "msgmenu":
                item = item with
                {
                    Text = string.Join('\n', content.Text("head_content"), content.Text("tail_content")).Trim(),
                    Choices = [.. content.Objects("list").Select(entry => new ChatChoice(entry.Text("id"), entry.Text("content")))],
                };
                return item.Choices.Count > 0 ? RefuseText(item.Text + item.Choices[0].Content) : ErrorCode.InvalidParameter;
            default:
                return ErrorCode.InvalidMessageType;
        }
    }

    private static ErrorCode RefuseText(string text) =>
        text.Length == 0 ? ErrorCode.EmptyText
        : Encoding.UTF8.GetByteCount(text) > LongestText ? ErrorCode.ContentTooLong
        : ErrorCode.Ok;

    private static ErrorCode RefuseArticles(IReadOnlyList<ChatArticle> articles) =>
        articles.Count switch { 0 => ErrorCode.EmptyArticles, 1 => ErrorCode.Ok, _ => ErrorCode.TooManyArticles };

    private static ChatArticle ReadArticle(JsonObject article) =>
        new(article.Text("title"), article.Text("description"), article.Text("picurl"), article.Text("url"));

    private static IReadOnlyList<ChatArticle> FindArticles(JsonObject content, AccountApi account) =>
        account.Drafts.Find(content.Text("media_id")) is { } draft ? draft.Cards(account.Media, index => draft.PreviewUrl(index))
        : account.Publications.FindArticle(content.Text("article_id")) is { } publication ? publication.Cards(account.Media)
        : [];
}

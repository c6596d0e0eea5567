using System.Globalization;
using System.Text;
using System.Xml.Linq;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Callbacks;

/// <summary>What a passive reply (被动回复) shows; a reply that breaks the platform's rules is refused by name.</summary>
internal static class ReplyContent
{
    // The platform publishes no limit; 2048 bytes is what accounts in the field have found.
    private const int LongestText = 2048;
    private const int MostArticles = 8;

    /// <returns>Null for a reply that hands the follower to human customer service.</returns>
    public static ChatItem? Read(CallbackMessage message, XElement reply)
    {
        Require(reply.Name.LocalName == "xml", "根元素不是 xml");
        Require(Value(reply, "ToUserName") == message.FromUserName, "ToUserName 不是发消息的人");
        Require(Value(reply, "FromUserName") == message.Account.Settings.OriginalId, "FromUserName 不是本公众号");
        Require(long.TryParse(Value(reply, "CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out _), "CreateTime 不是整数");
        return Value(reply, "MsgType") switch
        {
            "text" => Item(ChatKinds.Text, Text(reply)),
            "image" => Item(ChatKinds.Image, "", Media(reply, "Image")),
            "voice" => Item(ChatKinds.Voice, "", Media(reply, "Voice")),
            "video" => Item(ChatKinds.Video, Inner(reply, "Video", "Title"), Media(reply, "Video")),
            "music" => Music(reply),
            "news" => Item(ChatKinds.News, "") with { Articles = Articles(message, reply) },
            "transfer_customer_service" when !message.IsEvent => null,
            var other => throw new UnusableReplyException($"不支持的回复类型 {other}"),
        };
    }

    private static string Text(XElement reply)
    {
        var text = Value(reply, "Content");
        Require(text.Length > 0, "文字内容为空");
        Require(Encoding.UTF8.GetByteCount(text) <= LongestText, "文字超过 2048 字节");
        return text;
    }

    private static string Media(XElement reply, string kind)
    {
        var media = Inner(reply, kind, "MediaId");
        Require(media.Length > 0, "缺少 MediaId");
        return media;
    }

    private static ChatItem Music(XElement reply)
    {
        Require(Inner(reply, "Music", "ThumbMediaId").Length > 0, "缺少 ThumbMediaId");
        return Item(ChatKinds.Music, Inner(reply, "Music", "Title"));
    }

    private static List<ChatArticle> Articles(CallbackMessage message, XElement reply)
    {
        List<XElement> items = [.. reply.Element("Articles")?.Elements("item") ?? []];
        Require(items.Count is > 0 and <= MostArticles, "图文条数须为 1 至 8");
        Require(Value(reply, "ArticleCount") == items.Count.ToString(CultureInfo.InvariantCulture), "ArticleCount 与条数不符");
        // A person who wrote something gets one article, whatever was sent; only events may bring up to eight.
        return [.. items.Take(message.IsEvent ? MostArticles : 1).Select(item => new ChatArticle(
            Value(item, "Title"),
            Value(item, "Description"),
            Value(item, "PicUrl"),
            Value(item, "Url")))];
    }

    private static ChatItem Item(string kind, string text, string? media = null) =>
        new() { Side = ChatSide.Account, Kind = kind, Text = text, MediaId = media };

    private static string Value(XElement parent, string name) => parent.Element(name)?.Value ?? "";

    private static string Inner(XElement reply, string kind, string name) => reply.Element(kind)?.Element(name)?.Value ?? "";

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new UnusableReplyException(otherwise);
        }
    }
}

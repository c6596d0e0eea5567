using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Api.Drafts;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Api.Mass;

/// <summary>What a mass message or a preview shows; for articles, the draft they come from.</summary>
internal sealed record MassContent(ChatItem Item, Draft? Draft = null)
{
    /// <summary>Null, with the reason, if the body names nothing that can be sent. Cards (wxcard) are not played.</summary>
    public static MassContent? Read(JsonObject body, AccountApi account, out ErrorCode code)
    {
        var type = body.Text("msgtype");
        code = ErrorCode.Ok;
        switch (type)
        {
            case "mpnews" when account.Drafts.Find(body.Object("mpnews").Text("media_id")) is { } draft:
                var cards = draft.Cards(account.Media, draft.PreviewUrl);
                return new MassContent(Bubble(ChatKinds.News) with { Articles = cards }, draft);
            case "text" when body.Object("text").Text("content") is { Length: > 0 } text:
                return new MassContent(Bubble(ChatKinds.Text) with { Text = text });
            case "image" when MediaIds(body) is [var first, ..] ids && ids.All(account.Media.Holds):
                return new MassContent(Bubble(ChatKinds.Image) with { Text = body.Object("images").Text("recommend"), MediaId = first });
            case "voice" or "mpvideo" when account.Media.Holds(body.Object(type).Text("media_id")):
                var kind = type == "voice" ? ChatKinds.Voice : ChatKinds.Video;
                return new MassContent(Bubble(kind) with { MediaId = body.Object(type).Text("media_id") });
        }

        code = type switch
        {
            "text" => ErrorCode.EmptyText,
            "mpnews" or "image" or "voice" or "mpvideo" => ErrorCode.InvalidMediaId,
            _ => ErrorCode.InvalidMessageType,
        };
        return null;
    }

    /// <summary>What two identical sendings have in common; without a clientmsgid the platform builds its own from it.</summary>
    public string Key => Draft?.MediaId ?? $"{Item.Kind} {Item.MediaId} {Item.Text}";

    private static ChatItem Bubble(string kind) => new() { Side = ChatSide.Account, Kind = kind };

    // "images" is today's form; "image" with one media_id the older one.
    private static IReadOnlyList<string> MediaIds(JsonObject body) =>
        body.Object("images").Texts("media_ids") is { Count: > 0 } ids ? ids : [body.Object("image").Text("media_id")];
}

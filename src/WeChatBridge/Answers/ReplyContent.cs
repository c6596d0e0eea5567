using System.Text.Json;
using System.Text.Json.Serialization;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Answers;

/// <summary>A reply that is more than words: stored with the message, so that a repeat is sent the very same.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Picture), "picture")]
internal abstract record ReplyContent
{
    /// <summary>A card that opens a page (图文); a passive reply to a message holds one.</summary>
    internal sealed record Card(string Title, string Description, string PictureUrl, string Link) : ReplyContent;

    /// <summary>A picture, by the platform's name of permanent material.</summary>
    internal sealed record Picture(string MediaId) : ReplyContent;

    /// <summary>The card as an answer; its text is for who reads logs, previews and statistics.</summary>
    public static Answer Of(Card card) => new(
        AnswerKind.Rule, Lines.Join([.. new[] { FollowerTexts.CardAsText.With(card.Title), card.Description, card.Link }.Where(line => line.Length > 0)]))
    {
        Content = card,
    };

    public static Answer Of(RuleReply.Card card) => Of(new Card(card.Title, card.Description, card.PictureUrl, card.Link));

    public static Answer OfPicture(string mediaId) => new(AnswerKind.Rule, FollowerTexts.PictureAsText) { Content = new Picture(mediaId) };

    /// <summary>As the platform takes it.</summary>
    public PassiveReply ToReply(InboundMessage message) => this switch
    {
        Card card => NewsReply.To(message, new NewsItem(card.Title, card.Link, card.Description, card.PictureUrl)),
        Picture picture => new ImageReply(picture.MediaId),
        _ => throw new InvalidOperationException($"{GetType().Name} cannot be sent."),
    };

    public static string ToText(ReplyContent? content) =>
        content is null ? "" : JsonSerializer.Serialize(content, JsonSerializerOptions.Default);

    public static ReplyContent? Read(string text) =>
        text.Length == 0 ? null : JsonSerializer.Deserialize<ReplyContent>(text, JsonSerializerOptions.Default);
}

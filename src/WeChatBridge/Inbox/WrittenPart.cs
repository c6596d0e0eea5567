using WeChatBridge.Search.Text;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.Inbox;

/// <summary>What a follower's message brings to the inbox.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, masked and within the limit.</param>
internal sealed record WrittenPart(PartKind Kind, string Text)
{
    /// <summary>UTF-16 units; the platform's own limit of a follower's text lies below, but is not published.</summary>
    public const int LongestText = 2000;

    public string? MediaId { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Whether words were left out because they were too many.</summary>
    public bool IsCut { get; init; }

    /// <summary>Null for what a message cannot hold: an empty text, a video.</summary>
    public static WrittenPart? Of(UserMessage message) => message switch
    {
        TextMessage text => string.IsNullOrWhiteSpace(text.Content) ? null : Words(PartKind.Text, text.Content),
        VoiceMessage voice => Words(PartKind.Voice, voice.Recognition ?? "") with { MediaId = voice.MediaId },
        ImageMessage picture => new WrittenPart(PartKind.Picture, "") { MediaId = picture.MediaId },
        LocationMessage place => Words(PartKind.Location, place.Label ?? "") with
        {
            Latitude = (double)place.Latitude,
            Longitude = (double)place.Longitude,
        },
        LinkMessage link => Words(PartKind.Text, $"{link.Title}\n{link.Url}".Trim()),
        _ => null,
    };

    private static WrittenPart Words(PartKind kind, string words)
    {
        var masked = PersonalData.Mask(words.Trim(), PersonalDataKinds.InMessages);
        if (masked.Length <= LongestText)
        {
            return new WrittenPart(kind, masked);
        }

        var end = char.IsHighSurrogate(masked[LongestText - 1]) ? LongestText - 1 : LongestText;
        return new WrittenPart(kind, masked[..end]) { IsCut = true };
    }
}

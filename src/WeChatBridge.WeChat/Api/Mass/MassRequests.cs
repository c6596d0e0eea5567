using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.Mass;

internal sealed record MassFilter(bool IsToAll, int? TagId = null);

internal sealed record MassText(string Content);

/// <summary>The body of <c>sendall</c>, <c>send</c> and <c>preview</c>; whichever fields do not apply stay out.</summary>
internal sealed record MassRequest
{
    public MassFilter? Filter { get; init; }

    /// <summary>A list for <c>send</c>.</summary>
    [JsonPropertyName("touser")]
    public IReadOnlyList<string>? ToUsers { get; init; }

    public required string Msgtype { get; init; }

    public MediaIdRequest? Mpnews { get; init; }

    public MassText? Text { get; init; }

    public MassImages? Images { get; init; }

    public int? SendIgnoreReprint { get; init; }

    public string? Clientmsgid { get; init; }

    public static MassRequest Of(MassContent content) => new()
    {
        Msgtype = content switch
        {
            { DraftMediaId: not null } => "mpnews",
            { TextContent: not null } => "text",
            _ => "image",
        },
        Mpnews = content.DraftMediaId is { } draft ? new MediaIdRequest(draft) : null,
        Text = content.TextContent is { } text ? new MassText(text) : null,
        Images = content.Pictures,
    };
}

/// <summary>Preview goes to one person and takes a single <c>image</c> where the sends take <c>images</c>.</summary>
internal sealed record MassPreviewRequest
{
    public string? Touser { get; init; }

    public string? Towxname { get; init; }

    public required string Msgtype { get; init; }

    public MediaIdRequest? Mpnews { get; init; }

    public MassText? Text { get; init; }

    public MediaIdRequest? Image { get; init; }

    public static MassPreviewRequest Of(MassContent content)
    {
        var send = MassRequest.Of(content);
        return new()
        {
            Msgtype = send.Msgtype,
            Mpnews = send.Mpnews,
            Text = send.Text,
            Image = send.Images is { } pictures ? new MediaIdRequest(pictures.MediaIds[0]) : null,
        };
    }
}

internal sealed record MassDeleteRequest
{
    [JsonConverter(typeof(NumericIdConverter))]
    public string? MsgId { get; init; }

    public int? ArticleIdx { get; init; }

    public string? Url { get; init; }
}

internal sealed record MassStatusRequest(string MsgId);

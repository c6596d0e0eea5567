namespace WeChatBridge.WeChat.Inbound;

/// <summary>文本消息: the words as they came, possibly none, and the entry of a message menu (msgmenu) if tapping one sent them.</summary>
public sealed record TextMessage(InboundHeader Header, MessageIdentity Identity, string Content, string? BizMsgMenuId = null)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => Content;
}

/// <summary>图片消息. The material is temporary, three days.</summary>
public sealed record ImageMessage(InboundHeader Header, MessageIdentity Identity, string MediaId, string? PicUrl)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => MediaId;
}

/// <summary>语音消息: temporary material, three days, in amr or speex, and the same at 16 kHz.</summary>
/// <remarks>
/// <see cref="Recognition"/> is what the platform heard: null when it heard nothing, or where 接收语音识别结果 is off.
/// </remarks>
public sealed record VoiceMessage(
    InboundHeader Header, MessageIdentity Identity, string MediaId, string? Format, string? MediaId16K, string? Recognition)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => MediaId;
}

/// <summary>视频消息: temporary material, three days, and its still picture.</summary>
public sealed record VideoMessage(InboundHeader Header, MessageIdentity Identity, string MediaId, string? ThumbMediaId)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => MediaId;
}

/// <summary>小视频消息: temporary material, three days, and its still picture.</summary>
public sealed record ShortVideoMessage(InboundHeader Header, MessageIdentity Identity, string MediaId, string? ThumbMediaId)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => MediaId;
}

/// <summary>地理位置消息: a place the follower chose to send, in degrees, with the map's zoom and the place's name.</summary>
/// <remarks>The event of nearly the same name, which the client sends by itself, is <see cref="LocationReportedEvent"/>.</remarks>
public sealed record LocationMessage(
    InboundHeader Header, MessageIdentity Identity, decimal Latitude, decimal Longitude, int? Scale, string? Label)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => $"{Latitude} {Longitude} {Label}";
}

/// <summary>链接消息: a page, with its title and summary.</summary>
public sealed record LinkMessage(InboundHeader Header, MessageIdentity Identity, string Url, string? Title, string? Description)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => Url;
}

namespace WeChatBridge.WeChat.Inbound;

/// <summary>文本消息.</summary>
/// <param name="Header">What every push states.</param>
/// <param name="Identity">The message's numbers.</param>
/// <param name="Content">What the follower wrote, as it came; may be empty.</param>
/// <param name="BizMsgMenuId">The entry of a message menu (msgmenu) that was tapped, if the text came from one.</param>
public sealed record TextMessage(InboundHeader Header, MessageIdentity Identity, string Content, string? BizMsgMenuId = null)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => Content;
}

/// <summary>图片消息.</summary>
/// <param name="Header">What every push states.</param>
/// <param name="Identity">The message's numbers.</param>
/// <param name="MediaId">Temporary material, three days.</param>
/// <param name="PicUrl">Where the platform shows the picture.</param>
public sealed record ImageMessage(InboundHeader Header, MessageIdentity Identity, string MediaId, string? PicUrl)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => MediaId;
}

/// <summary>语音消息.</summary>
/// <param name="Header">What every push states.</param>
/// <param name="Identity">The message's numbers.</param>
/// <param name="MediaId">Temporary material, three days.</param>
/// <param name="Format">amr or speex.</param>
/// <param name="MediaId16K">The same at 16 kHz.</param>
/// <param name="Recognition">What the platform heard; only where 接收语音识别结果 is switched on, and null when nothing was heard.</param>
public sealed record VoiceMessage(
    InboundHeader Header, MessageIdentity Identity, string MediaId, string? Format, string? MediaId16K, string? Recognition)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => MediaId;
}

/// <summary>视频消息.</summary>
/// <param name="Header">What every push states.</param>
/// <param name="Identity">The message's numbers.</param>
/// <param name="MediaId">Temporary material, three days.</param>
/// <param name="ThumbMediaId">Its still picture, also temporary.</param>
public sealed record VideoMessage(InboundHeader Header, MessageIdentity Identity, string MediaId, string? ThumbMediaId)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => MediaId;
}

/// <summary>小视频消息.</summary>
/// <param name="Header">What every push states.</param>
/// <param name="Identity">The message's numbers.</param>
/// <param name="MediaId">Temporary material, three days.</param>
/// <param name="ThumbMediaId">Its still picture, also temporary.</param>
public sealed record ShortVideoMessage(InboundHeader Header, MessageIdentity Identity, string MediaId, string? ThumbMediaId)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => MediaId;
}

/// <summary>地理位置消息: a place the follower chose to send. The event of nearly the same name is LOCATION.</summary>
/// <param name="Header">What every push states.</param>
/// <param name="Identity">The message's numbers.</param>
/// <param name="Latitude">Location_X, in degrees.</param>
/// <param name="Longitude">Location_Y, in degrees.</param>
/// <param name="Scale">The map's zoom.</param>
/// <param name="Label">The place's name.</param>
public sealed record LocationMessage(
    InboundHeader Header, MessageIdentity Identity, decimal Latitude, decimal Longitude, int? Scale, string? Label)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => FormattableString.Invariant($"{Latitude} {Longitude} {Label}");
}

/// <summary>链接消息.</summary>
/// <param name="Header">What every push states.</param>
/// <param name="Identity">The message's numbers.</param>
/// <param name="Url">The page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">Its summary.</param>
public sealed record LinkMessage(InboundHeader Header, MessageIdentity Identity, string Url, string? Title, string? Description)
    : UserMessage(Header, Identity)
{
    private protected override string Substance => Url;
}

namespace WeChatBridge.WeChat.Inbound;

/// <summary>CLICK: a menu entry was tapped; the event's key is the entry's.</summary>
public sealed record MenuClickEvent(InboundHeader Header, EventTrigger Trigger) : InboundEvent(Header, Trigger);

/// <summary>VIEW: a menu entry opened a page; the event's key is the URL.</summary>
public sealed record MenuViewEvent(InboundHeader Header, EventTrigger Trigger, string? MenuId) : InboundEvent(Header, Trigger);

/// <summary>view_miniprogram: a menu entry opened a mini program; the event's key is the page's path.</summary>
public sealed record MenuMiniProgramEvent(InboundHeader Header, EventTrigger Trigger, string? MenuId) : InboundEvent(Header, Trigger);

/// <summary>scancode_push: a menu entry scanned a code; the client shows the result itself.</summary>
public sealed record ScanCodePushEvent(InboundHeader Header, EventTrigger Trigger, ScannedCode Code) : InboundEvent(Header, Trigger);

/// <summary>scancode_waitmsg: a menu entry scanned a code, and the follower waits for our reply.</summary>
public sealed record ScanCodeWaitEvent(InboundHeader Header, EventTrigger Trigger, ScannedCode Code) : InboundEvent(Header, Trigger);

/// <summary>ScanCodeInfo.</summary>
/// <param name="ScanType">Usually qrcode.</param>
/// <param name="ScanResult">What the code says.</param>
public sealed record ScannedCode(string? ScanType, string? ScanResult);

/// <summary>pic_sysphoto: a menu entry took photographs.</summary>
public sealed record PhotographEvent(InboundHeader Header, EventTrigger Trigger, SentPictures Pictures) : InboundEvent(Header, Trigger);

/// <summary>pic_photo_or_album: a menu entry took photographs or chose pictures.</summary>
public sealed record PhotographOrAlbumEvent(InboundHeader Header, EventTrigger Trigger, SentPictures Pictures)
    : InboundEvent(Header, Trigger);

/// <summary>pic_weixin: a menu entry chose pictures from WeChat's album.</summary>
public sealed record AlbumEvent(InboundHeader Header, EventTrigger Trigger, SentPictures Pictures) : InboundEvent(Header, Trigger);

/// <summary>SendPicsInfo. The pictures themselves follow as messages.</summary>
/// <param name="Count">How many.</param>
/// <param name="Md5Sums">Their MD5 sums, in hexadecimal.</param>
public sealed record SentPictures(int? Count, IReadOnlyList<string> Md5Sums);

/// <summary>location_select: a menu entry sent a place.</summary>
public sealed record LocationSelectEvent(InboundHeader Header, EventTrigger Trigger, SelectedLocation Location)
    : InboundEvent(Header, Trigger);

/// <summary>SendLocationInfo.</summary>
/// <param name="Latitude">Location_X, in degrees.</param>
/// <param name="Longitude">Location_Y, in degrees.</param>
/// <param name="Scale">The map's zoom.</param>
/// <param name="Label">The place's address.</param>
/// <param name="PoiName">The place's name, if it has one.</param>
public sealed record SelectedLocation(decimal Latitude, decimal Longitude, int? Scale, string? Label, string? PoiName);

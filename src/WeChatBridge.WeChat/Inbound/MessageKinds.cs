namespace WeChatBridge.WeChat.Inbound;

/// <summary>Which fields each type of message has.</summary>
internal static class MessageKinds
{
    /// <summary>Null when the type is not known.</summary>
    public static InboundMessage? Read(string type, InboundHeader header, MessageIdentity identity, FieldReader fields) =>
        type.ToLowerInvariant() switch
        {
            "text" => new TextMessage(header, identity, fields.Present("Content"), fields.Optional("bizmsgmenuid")),
            "image" => new ImageMessage(header, identity, fields.Required("MediaId"), fields.Optional("PicUrl")),
            "voice" => new VoiceMessage(
                header,
                identity,
                fields.Required("MediaId"),
                fields.Optional("Format"),
                fields.Optional("MediaId16K"),
                fields.Optional("Recognition")),
            "video" => new VideoMessage(header, identity, fields.Required("MediaId"), fields.Optional("ThumbMediaId")),
            "shortvideo" => new ShortVideoMessage(header, identity, fields.Required("MediaId"), fields.Optional("ThumbMediaId")),
            "location" => new LocationMessage(
                header,
                identity,
                fields.RequiredDecimal("Location_X"),
                fields.RequiredDecimal("Location_Y"),
                fields.OptionalNumber("Scale"),
                fields.Optional("Label")),
            "link" => new LinkMessage(header, identity, fields.Required("Url"), fields.Optional("Title"), fields.Optional("Description")),
            _ => null,
        };
}

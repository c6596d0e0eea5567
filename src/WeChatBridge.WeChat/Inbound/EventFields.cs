namespace WeChatBridge.WeChat.Inbound;

/// <summary>An event on its way to its type.</summary>
internal sealed record EventFields(InboundHeader Header, EventTrigger Trigger, FieldReader Fields)
{
    public string? Optional(string name) => Fields.Optional(name);

    public long? Seconds(string name) => Fields.OptionalSeconds(name);

    public IReadOnlyList<string> RevokedCodes() =>
        Optional("RevokeInfo")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public ScannedCode ScannedCode()
    {
        var code = Fields.Inside("ScanCodeInfo");
        return new ScannedCode(code.Optional("ScanType"), code.Optional("ScanResult"));
    }

    public SentPictures SentPictures()
    {
        var pictures = Fields.Inside("SendPicsInfo");
        return new SentPictures(
            pictures.OptionalNumber("Count"),
            [.. pictures.Inside("PicList").Each("item").Select(item => item.Optional("PicMd5Sum")).OfType<string>()]);
    }

    public SelectedLocation SelectedLocation()
    {
        var location = Fields.Inside("SendLocationInfo");
        return new SelectedLocation(
            location.RequiredDecimal("Location_X"),
            location.RequiredDecimal("Location_Y"),
            location.OptionalNumber("Scale"),
            location.Optional("Label"),
            location.Optional("Poiname"));
    }

    public IReadOnlyList<SubscriptionChoice> SubscriptionChoices(string inside) =>
        [.. Fields.Inside(inside).Each("List").Select(choice => new SubscriptionChoice(
            choice.Optional("TemplateId"), choice.Optional("SubscribeStatusString"), choice.Optional("PopupScene")))];

    public IReadOnlyList<SubscriptionResult> SubscriptionResults() =>
        [.. Fields.Inside("SubscribeMsgSentEvent").Each("List").Select(result => new SubscriptionResult(
            result.Optional("TemplateId"),
            result.Optional("MsgID"),
            result.OptionalNumber("ErrorCode"),
            result.Optional("ErrorStatus")))];
}

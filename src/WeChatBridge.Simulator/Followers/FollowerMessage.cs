using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Followers;

/// <summary>The messages and events a person's phone causes (接收普通消息, 接收事件推送), with the platform's field names.</summary>
internal static class FollowerMessage
{
    // Real ids are 64-bit numbers of this size; consecutive ones would hide a reader that parses 32 bits.
    private static long _lastMessageId = 24_500_000_000_000_000 + RandomNumberGenerator.GetInt32(int.MaxValue);

    public static CallbackMessage Text(Follower from, string content, string? tappedId = null) => tappedId is null
        ? Message(from, "text", WireXml.Text("Content", content))
        : Message(from, "text", WireXml.Text("Content", content), WireXml.Text("bizmsgmenuid", tappedId));

    /// <param name="from">Who speaks.</param>
    /// <param name="recognition">What the platform heard; null where 接收语音识别结果 is off.</param>
    public static CallbackMessage Voice(Follower from, string? recognition)
    {
        XElement[] fields =
        [
            WireXml.Text("MediaId", Stored(from, "voice", FollowerFiles.Speech)),
            WireXml.Text("Format", "amr"),
            WireXml.Text("MediaId16K", Stored(from, "voice", FollowerFiles.Speech)),
        ];
        return recognition is null
            ? Message(from, "voice", fields)
            : Message(from, "voice", [.. fields, WireXml.Text("Recognition", recognition)]);
    }

    public static CallbackMessage Image(Follower from, string mediaId) => Message(
        from,
        "image",
        WireXml.Text("PicUrl", $"http://mmbiz.qpic.cn/mmbiz_png/{mediaId}/0"),
        WireXml.Text("MediaId", mediaId));

    public static CallbackMessage Video(Follower from, bool shortVideo) => Message(
        from,
        shortVideo ? "shortvideo" : "video",
        WireXml.Text("MediaId", Stored(from, "video", FollowerFiles.Video)),
        WireXml.Text("ThumbMediaId", Stored(from, "thumb", FollowerFiles.Photo)));

    public static CallbackMessage Location(Follower from, double latitude, double longitude, string label) => Message(
        from,
        "location",
        new XElement("Location_X", Degrees(latitude)),
        new XElement("Location_Y", Degrees(longitude)),
        WireXml.Number("Scale", 15),
        WireXml.Text("Label", label));

    public static CallbackMessage Link(Follower from, string title, string description, string url) => Message(
        from,
        "link",
        WireXml.Text("Title", title),
        WireXml.Text("Description", description),
        WireXml.Text("Url", url));

    /// <param name="from">The new follower.</param>
    /// <param name="scene">Where a code was scanned: its scene; else null, and the field is there but empty.</param>
    public static CallbackMessage Subscribe(Follower from, string? scene) => scene is null
        ? Event(from, "subscribe", WireXml.Text("EventKey", ""))
        : Event(from, "subscribe", WireXml.Text("EventKey", "qrscene_" + scene), WireXml.Text("Ticket", NewTicket()));

    public static CallbackMessage Unsubscribe(Follower from) => Event(from, "unsubscribe", WireXml.Text("EventKey", ""));

    public static CallbackMessage Scan(Follower from, string scene) =>
        Event(from, "SCAN", WireXml.Text("EventKey", scene), WireXml.Text("Ticket", NewTicket()));

    public static CallbackMessage Click(Follower from, string key) => Event(from, "CLICK", WireXml.Text("EventKey", key));

    public static CallbackMessage View(Follower from, string url) =>
        Event(from, "VIEW", WireXml.Text("EventKey", url), WireXml.Number("MenuId", 439_000_001));

    public static CallbackMessage ViewMiniProgram(Follower from, string pagePath) =>
        Event(from, "view_miniprogram", WireXml.Text("EventKey", pagePath), WireXml.Number("MenuId", 439_000_001));

    public static CallbackMessage ScanCode(Follower from, string key, string result, bool waits) => Event(
        from,
        waits ? "scancode_waitmsg" : "scancode_push",
        WireXml.Text("EventKey", key),
        new XElement("ScanCodeInfo", WireXml.Text("ScanType", "qrcode"), WireXml.Text("ScanResult", result)));

    public static CallbackMessage Pictures(Follower from, string type, string key, int count) => Event(
        from,
        type,
        WireXml.Text("EventKey", key),
        new XElement(
            "SendPicsInfo",
            WireXml.Number("Count", count),
            new XElement("PicList", Enumerable.Range(0, count).Select(_ => new XElement(
                "item",
                WireXml.Text("PicMd5Sum", RandomNumberGenerator.GetHexString(32, lowercase: true)))))));

    public static CallbackMessage Place(Follower from, string key, double latitude, double longitude, string label) => Event(
        from,
        "location_select",
        WireXml.Text("EventKey", key),
        new XElement(
            "SendLocationInfo",
            WireXml.Text("Location_X", Degrees(latitude)),
            WireXml.Text("Location_Y", Degrees(longitude)),
            WireXml.Text("Scale", "15"),
            WireXml.Text("Label", label),
            WireXml.Text("Poiname", "")));

    public static CallbackMessage Position(Follower from, double latitude, double longitude, double precision) => Event(
        from,
        "LOCATION",
        new XElement("Latitude", Degrees(latitude)),
        new XElement("Longitude", Degrees(longitude)),
        new XElement("Precision", Degrees(precision)));

    /// <summary>Puts a file where media/get finds it; its media id.</summary>
    public static string Stored(Follower from, string type, StoredFile file) => from.Account.Api.Media.StoreTemporary(type, file).MediaId;

    private static CallbackMessage Message(Follower from, string type, params XElement[] fields) => CallbackMessage.Of(
        from.Account,
        from.OpenId,
        type,
        [.. fields, WireXml.Number("MsgId", Interlocked.Increment(ref _lastMessageId))]);

    private static CallbackMessage Event(Follower from, string name, params XElement[] fields) =>
        CallbackMessage.Event(from.Account, from.OpenId, name, fields);

    private static string NewTicket() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(48)).Replace('+', '-').Replace('/', '_');

    private static string Degrees(double value) => value.ToString("F6", CultureInfo.InvariantCulture);
}

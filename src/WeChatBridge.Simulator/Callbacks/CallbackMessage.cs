using System.Xml.Linq;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Callbacks;

/// <summary>A message or event on its way to an account, in the clear.</summary>
public sealed record CallbackMessage
{
    private CallbackMessage(PlatformAccount account, string from, XElement xml)
    {
        Account = account;
        FromUserName = from;
        Xml = xml;
    }

    public PlatformAccount Account { get; }

    /// <summary>The follower's OpenID, or a system's id for events nobody caused.</summary>
    public string FromUserName { get; }

    internal XElement Xml { get; }

    /// <summary>The clear XML as it would travel in plain mode.</summary>
    public string ClearXml => WireXml.Write(Xml);

    public bool IsEvent => Xml.Element("MsgType")?.Value == "event";

    /// <summary>The message type, or the event's name.</summary>
    public string Kind => Xml.Element(IsEvent ? "Event" : "MsgType")?.Value ?? "";

    /// <summary>Whether a person looks at the chat meanwhile: they see a reply, or the fault notice in its place.</summary>
    public bool AwaitsReply => !IsEvent || Kind is "subscribe" or "SCAN" or "CLICK" or "scancode_waitmsg";

    /// <summary>An event (事件推送): the four common fields, Event, then the given fields.</summary>
    public static CallbackMessage Event(PlatformAccount account, string from, string name, params XElement[] fields) =>
        Of(account, from, "event", [WireXml.Text("Event", name), .. fields]);

    internal static CallbackMessage Of(PlatformAccount account, string from, string messageType, params XElement[] fields)
    {
        var created = account.Platform.Clock.GetUtcNow().ToUnixTimeSeconds();
        return new CallbackMessage(account, from, new XElement(
            "xml",
            WireXml.Text("ToUserName", account.Settings.OriginalId),
            WireXml.Text("FromUserName", from),
            WireXml.Number("CreateTime", created),
            WireXml.Text("MsgType", messageType),
            fields));
    }
}

using System.Xml.Linq;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Tests;

/// <summary>Replies as an account's server writes them.</summary>
internal static class AccountReply
{
    public static string Text(XElement message, string content) => Of(message, "text", new XElement("Content", new XCData(content)));

    public static string Of(XElement message, string type, params object[] fields) => new XElement(
        "xml",
        new XElement("ToUserName", message.Element("FromUserName")!.Value),
        new XElement("FromUserName", message.Element("ToUserName")!.Value),
        new XElement("CreateTime", 1_700_000_000),
        new XElement("MsgType", type),
        fields).ToString();

    public static string News(XElement message, int articles) => Of(
        message,
        "news",
        new XElement("ArticleCount", articles),
        new XElement("Articles", Enumerable.Range(1, articles).Select(number => new XElement(
            "item",
            new XElement("Title", $"第{number}篇"),
            new XElement("Description", "摘要"),
            new XElement("PicUrl", "https://example.org/a.jpg"),
            new XElement("Url", "https://example.org/a")))));

    public static string Sealed(SimulatedAccount account, string clear, string? signature = null)
    {
        var encrypt = new MessageSeal(account.EncodingAesKey, account.AppId).Close(clear);
        return new XElement(
            "xml",
            new XElement("Encrypt", encrypt),
            new XElement("MsgSignature", signature ?? CallbackSignature.Of(account.CallbackToken, "1700000000", "42", encrypt)),
            new XElement("TimeStamp", 1_700_000_000),
            new XElement("Nonce", "42")).ToString();
    }
}

using System.Diagnostics;
using System.Text;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.WeChat.Replies;

/// <summary>Writes the body that answers a callback, before encryption.</summary>
public static class ReplyXml
{
    /// <summary>The body in UTF-8 without a byte order mark; for <see cref="NoReply"/> the word <c>success</c>, which is never encrypted.</summary>
    /// <param name="reply">What to say.</param>
    /// <param name="toOpenId">The follower: the callback's FromUserName.</param>
    /// <param name="fromOriginalId">The account (gh_…): the callback's ToUserName.</param>
    /// <param name="at">When the reply is made; written in whole Unix seconds.</param>
    public static byte[] Write(PassiveReply reply, string toOpenId, string fromOriginalId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply is NoReply)
        {
            return "success"u8.ToArray();
        }

        var xml = new StringBuilder("<xml>");
        XmlText.AppendElement(xml, "ToUserName", toOpenId);
        XmlText.AppendElement(xml, "FromUserName", fromOriginalId);
        XmlText.AppendNumber(xml, "CreateTime", at.ToUnixTimeSeconds());
        Append(xml, reply);
        return Encoding.UTF8.GetBytes(xml.Append("</xml>").ToString());
    }

    private static void Append(StringBuilder xml, PassiveReply reply)
    {
        switch (reply)
        {
            case TextReply text:
                XmlText.AppendElement(xml, "MsgType", "text");
                XmlText.AppendElement(xml, "Content", text.Content);
                break;
            default:
                throw new UnreachableException($"{reply.GetType().Name} has no XML.");
        }
    }
}

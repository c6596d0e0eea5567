using System.Xml;
using System.Xml.Linq;
using WeChatBridge.Simulator.Followers;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Callbacks;

/// <summary>An answer with status 200, read as strictly as the platform reads it (被动回复用户消息).</summary>
internal sealed record CallbackReply(AttemptVerdict Verdict, string? ClearXml, ChatItem? Shown, string Detail)
{
    public static CallbackReply Read(CallbackMessage message, EncryptionMode? sentMode, string body)
    {
        if (body is "" or "success")
        {
            return new CallbackReply(AttemptVerdict.NothingToSay, null, null, "");
        }

        string? clear = null;
        try
        {
            var outer = WireXml.Parse(body);
            var inner = Open(message.Account.Settings, sentMode, outer);
            clear = inner.ToString();
            return new CallbackReply(AttemptVerdict.Answered, clear, ReplyContent.Read(message, inner), "");
        }
        catch (XmlException)
        {
            return Unusable(clear, "不是正确的 XML");
        }
        catch (SealException closed)
        {
            return Unusable(clear, $"回复无法解密（{closed.Failure}）");
        }
        catch (UnusableReplyException unusable)
        {
            return Unusable(clear, unusable.Message);
        }
    }

    private static CallbackReply Unusable(string? clear, string detail) => new(AttemptVerdict.Unusable, clear, null, detail);

    private static XElement Open(SimulatedAccount account, EncryptionMode? sentMode, XElement outer)
    {
        var mode = sentMode ?? account.Mode;
        if (outer.Element("Encrypt") is not { } encrypt)
        {
            return mode == EncryptionMode.Safe ? throw new UnusableReplyException("安全模式下回复必须加密") : outer;
        }

        if (mode == EncryptionMode.Plain)
        {
            throw new UnusableReplyException("明文模式下不能回复密文");
        }

        var expected = CallbackSignature.Of(
            account.CallbackToken,
            outer.Element("TimeStamp")?.Value ?? "",
            outer.Element("Nonce")?.Value ?? "",
            encrypt.Value);
        return CallbackSignature.Matches(expected, outer.Element("MsgSignature")?.Value)
            ? WireXml.Parse(new MessageSeal(account.EncodingAesKey, account.AppId).Open(encrypt.Value))
            : throw new UnusableReplyException("回复的签名不对");
    }
}

/// <summary>The platform cannot show this reply; the message says why, for the person at the simulator.</summary>
internal sealed class UnusableReplyException(string message) : Exception(message);

using WeChatBridge.Accounts;
using WeChatBridge.WeChat.Callbacks;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Callbacks;

/// <summary>
/// Lets a request of the platform through or names the refusal. What is demanded follows from our configuration of the account, never
/// from what the request says of itself (peers that let the request choose were entered by forged plain messages).
/// </summary>
internal static class CallbackGate
{
    /// <summary>The platform's check of the address: the echo text is to be sent back when this is null.</summary>
    public static CallbackRefusal? Check(PlatformKeys keys, CallbackQuery query)
    {
        var expected = CallbackSignature.Compute(keys.CallbackToken, query.Timestamp, query.Nonce);
        return CallbackSignature.Matches(expected, query.Signature) ? null : CallbackRefusal.WrongSignature;
    }

    public static Passage Pass(PlatformKeys keys, CallbackQuery query, ReadOnlyMemory<byte> body)
    {
        var opened = keys.Mode == EncryptionMode.Plain ? TakePlain(keys, query, body) : OpenSealed(keys, query, body);
        return opened.Refusal is null ? Parse(keys, opened) : opened;
    }

    /// <summary>The reply as the platform is to receive it, sealed with the key that opened the message.</summary>
    public static byte[] Seal(PlatformKeys keys, Passage passage, PassiveReply reply, DateTimeOffset at)
    {
        var message = passage.Message!;
        var xml = ReplyXml.Write(reply, message.FromUserName, message.ToUserName, at);
        if (reply is NoReply || passage.Key is null)
        {
            // "success" needs no encryption, in any mode.
            return xml;
        }

        var timestamp = at.ToUnixTimeSeconds().ToString(null, null);
        var nonce = Guid.NewGuid().ToString("N");
        var encrypted = keys.Cipher!.Seal(xml, passage.Key);
        var signature = CallbackSignature.Compute(keys.CallbackToken, timestamp, nonce, encrypted);
        return SealedEnvelope.Write(encrypted, signature, timestamp, nonce);
    }

    private static Passage TakePlain(PlatformKeys keys, CallbackQuery query, ReadOnlyMemory<byte> body)
    {
        if (query.IsEncrypted)
        {
            return CallbackRefusal.WrongMode;
        }

        return Check(keys, query) is { } refusal ? refusal : new Passage(null, body, null, null);
    }

    private static Passage OpenSealed(PlatformKeys keys, CallbackQuery query, ReadOnlyMemory<byte> body)
    {
        if (!query.IsEncrypted)
        {
            return CallbackRefusal.WrongMode;
        }

        var envelope = SealedEnvelope.Read(body);
        if (envelope.Encrypted is null)
        {
            return CallbackRefusal.NoEnvelope;
        }

        var expected = CallbackSignature.Compute(keys.CallbackToken, query.Timestamp, query.Nonce, envelope.Encrypted);
        if (!CallbackSignature.Matches(expected, query.MessageSignature))
        {
            return CallbackRefusal.WrongSignature;
        }

        var opened = keys.Cipher!.Open(envelope.Encrypted);
        return opened.Key is null ? CallbackRefusal.NotOpened : new Passage(null, opened.Plaintext, opened.Key, null);
    }

    private static Passage Parse(PlatformKeys keys, Passage opened)
    {
        var reading = InboundXml.Read(opened.Xml);
        if (reading.Message is null)
        {
            return CallbackRefusal.NotReadable;
        }

        // Both accounts could have been given one token by mistake; the addressee decides.
        return reading.Message.ToUserName == keys.OriginalId
            ? opened with { Message = reading.Message }
            : CallbackRefusal.WrongAccount;
    }
}

/// <summary>What the platform puts into the address of a callback.</summary>
internal sealed record CallbackQuery(
    string Signature, string Timestamp, string Nonce, string EchoText, string EncryptionType, string MessageSignature)
{
    public bool IsEncrypted => EncryptionType == "aes";
}

/// <summary>Why a request was not let through; for logs and counters, the sender learns only the status.</summary>
internal enum CallbackRefusal
{
    UnknownAccount,
    NotConfigured,
    TooLarge,
    WrongMode,
    WrongSignature,
    NoEnvelope,
    NotOpened,
    NotReadable,
    WrongAccount,
}

/// <summary>A request that came through the gate, or the refusal.</summary>
/// <param name="Refusal">Set when it did not come through; nothing else is meaningful then.</param>
/// <param name="Xml">The clear message.</param>
/// <param name="Key">The key that opened it; null in plain mode.</param>
/// <param name="Message">The message itself.</param>
internal sealed record Passage(CallbackRefusal? Refusal, ReadOnlyMemory<byte> Xml, EncodingAesKey? Key, InboundMessage? Message)
{
    public static implicit operator Passage(CallbackRefusal refusal) => new(refusal, default, null, null);
}

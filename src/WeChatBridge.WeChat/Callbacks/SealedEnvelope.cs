using System.Globalization;
using System.Text;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.WeChat.Callbacks;

/// <summary>The outer XML of encrypted callbacks and replies.</summary>
public static class SealedEnvelope
{
    /// <summary>Reads the outer XML of a callback in safe or compatible mode. Never throws on any input.</summary>
    /// <param name="body">The request's body; more than <see cref="InboundXml.MaxBytes"/> is refused.</param>
    public static EnvelopeReading Read(ReadOnlyMemory<byte> body)
    {
        var document = WireDocument.Read(body.Span);
        if (!document.IsRead)
        {
            return new EnvelopeReading(document.Refusal);
        }

        var fields = new FieldReader(document.Root);
        var encrypted = fields.Required("Encrypt");
        return fields.Refusal is { } refusal
            ? new EnvelopeReading(refusal)
            : new EnvelopeReading(encrypted, fields.Optional("ToUserName"));
    }

    /// <summary>The outer XML of an encrypted reply, in UTF-8 without a byte order mark.</summary>
    /// <param name="encrypted">A result of <see cref="MessageCipher.Seal(ReadOnlySpan{byte}, EncodingAesKey)"/>.</param>
    /// <param name="signature">The <c>msg_signature</c> over the other three.</param>
    /// <param name="timestamp">Our clock in Unix seconds, as text.</param>
    /// <param name="nonce">A nonce of our own, or the query's.</param>
    /// <exception cref="FormatException"><paramref name="timestamp"/> is not a whole number.</exception>
    public static byte[] Write(string encrypted, string signature, string timestamp, string nonce)
    {
        var xml = new StringBuilder("<xml>");
        XmlText.AppendElement(xml, "Encrypt", encrypted);
        XmlText.AppendElement(xml, "MsgSignature", signature);
        XmlText.AppendNumber(xml, "TimeStamp", long.Parse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture));
        XmlText.AppendElement(xml, "Nonce", nonce);
        return Encoding.UTF8.GetBytes(xml.Append("</xml>").ToString());
    }
}

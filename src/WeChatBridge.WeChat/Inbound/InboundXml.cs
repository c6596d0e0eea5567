namespace WeChatBridge.WeChat.Inbound;

/// <summary>Reads the XML of a callback, already decrypted where it was encrypted.</summary>
public static class InboundXml
{
    /// <summary>The largest body taken: 64 KiB. The platform's largest is a few kilobytes.</summary>
    public const int MaxBytes = WireDocument.MaxBytes;

    /// <summary>Reads one document. Never throws on any input: what is not a message comes back as a refusal with its name.</summary>
    /// <remarks>
    /// Names of fields and events are taken in any case; the type <c>location</c> and the event <c>LOCATION</c> remain two things.
    /// Kinds nobody has named yet come back as <see cref="UnknownMessage"/>.
    /// </remarks>
    /// <param name="utf8">The document's bytes, with or without a byte order mark.</param>
    public static InboundReading Read(ReadOnlyMemory<byte> utf8)
    {
        var document = WireDocument.Read(utf8.Span);
        if (!document.IsRead)
        {
            return new InboundReading(document.Refusal);
        }

        var fields = new FieldReader(document.Root);
        var message = Read(fields, document.Text);
        return fields.Refusal is { } refusal ? new InboundReading(refusal) : new InboundReading(message);
    }

    private static InboundMessage Read(FieldReader fields, string xml)
    {
        var header = new InboundHeader(
            fields.Required("ToUserName"), fields.Required("FromUserName"), fields.RequiredSeconds("CreateTime"));
        var type = fields.Required("MsgType");
        if (type.Equals("event", StringComparison.OrdinalIgnoreCase))
        {
            var trigger = new EventTrigger(fields.Required("Event"), fields.Optional("EventKey"));
            return EventKinds.Read(new EventFields(header, trigger, fields))
                ?? new UnknownMessage(header, type, trigger, MsgId: null, xml);
        }

        var identity = new MessageIdentity(fields.OptionalId("MsgId"), fields.OptionalId("MsgDataId"), fields.OptionalId("Idx"));
        return MessageKinds.Read(type, header, identity, fields)
            ?? new UnknownMessage(header, type, Trigger: null, identity.MsgId, xml);
    }
}

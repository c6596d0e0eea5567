using System.Collections.Frozen;

namespace WeChatBridge.WeChat.Inbound;

/// <summary>Which fields each event has. Names match in any case: it varies between the platform's documents and over time.</summary>
internal static class EventKinds
{
    private static readonly FrozenDictionary<string, Func<InboundHeader, EventTrigger, FieldReader, InboundEvent>> Kinds =
        new Dictionary<string, Func<InboundHeader, EventTrigger, FieldReader, InboundEvent>>(StringComparer.OrdinalIgnoreCase)
        {
            ["subscribe"] = (header, trigger, fields) => new SubscribeEvent(header, trigger, fields.Optional("Ticket")),
            ["unsubscribe"] = (header, trigger, _) => new UnsubscribeEvent(header, trigger),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the event is not known.</summary>
    public static InboundMessage? Read(InboundHeader header, EventTrigger trigger, FieldReader fields) =>
        Kinds.TryGetValue(trigger.Event, out var read) ? read(header, trigger, fields) : null;
}

namespace WeChatBridge.WeChat.Inbound;

/// <summary>Why a body is not a message.</summary>
public enum InboundRefusalKind
{
    /// <summary>No bytes, or only white space.</summary>
    Empty,

    /// <summary>More than <see cref="InboundXml.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>Not UTF-8, the only encoding the platform uses.</summary>
    NotUtf8,

    /// <summary>Not well-formed XML.</summary>
    NotXml,

    /// <summary>Declares a document type, which the platform never does and attackers do.</summary>
    DoctypeRefused,

    /// <summary>Nested deeper than any message of the platform.</summary>
    TooDeep,

    /// <summary>More elements than any message of the platform.</summary>
    TooManyElements,

    /// <summary>A field that every message of its kind has is missing or empty.</summary>
    MissingField,

    /// <summary>A field holds what it cannot hold, such as a time that is not a number.</summary>
    BadField,
}

/// <summary>A body that is not a message, and why. For the log and the counters, never for the sender.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Field">Which field is missing or bad; null for the other kinds.</param>
public sealed record InboundRefusal(InboundRefusalKind Kind, string? Field = null);

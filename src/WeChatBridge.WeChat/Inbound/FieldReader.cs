using System.Globalization;

namespace WeChatBridge.WeChat.Inbound;

/// <summary>
/// Reads the fields of one element. The first field that is missing or wrong is remembered in <see cref="Refusal"/>, so that a message
/// can be put together in one expression and judged afterwards.
/// </summary>
internal sealed class FieldReader(WireElement element)
{
    private const int MaxIdLength = 64;

    public InboundRefusal? Refusal { get; private set; }

    /// <summary>The text as it stands, possibly empty; refuses when the field is absent.</summary>
    public string Present(string name) => element.Child(name)?.Text ?? Missing(name);

    /// <summary>The text without white space around it; refuses when there is none.</summary>
    public string Required(string name) => Optional(name) ?? Missing(name);

    /// <summary>The text without white space around it; null when there is none. The platform sends absent and empty for the same thing.</summary>
    public string? Optional(string name) => element.Child(name)?.Text.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>An id. They are 64-bit numbers today; a bound keeps them usable as keys, whatever they become.</summary>
    public string? OptionalId(string name)
    {
        var id = Optional(name);
        return id?.Length > MaxIdLength ? Bad<string?>(name) : id;
    }

    /// <summary>Unix seconds. Milliseconds, a common mistake of senders, are refused, not taken for a far future.</summary>
    public long RequiredSeconds(string name)
    {
        var text = Required(name);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? seconds
                : Bad<long>(name);
    }

    public decimal RequiredDecimal(string name) =>
        decimal.TryParse(Required(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : Bad<decimal>(name);

    /// <summary>A figure of a report; null when absent or not a number, because the rest of the report is worth having.</summary>
    public int? OptionalCount(string name) =>
        int.TryParse(Optional(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>As <see cref="OptionalCount"/>, for a time in Unix seconds.</summary>
    public long? OptionalSeconds(string name) =>
        long.TryParse(Optional(name), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    /// <summary>The fields inside a field; an absent one has none.</summary>
    public FieldReader Inside(string name) => new(element.Child(name) ?? new WireElement(name));

    /// <summary>The fields inside each of several fields of one name.</summary>
    public IEnumerable<FieldReader> Each(string name) => element.Children(name).Select(child => new FieldReader(child));

    public IReadOnlyList<string> Texts(string name) => [.. element.Children(name).Select(child => child.Text.Trim())];

    private string Missing(string name)
    {
        Refusal ??= new InboundRefusal(InboundRefusalKind.MissingField, name);
        return "";
    }

    private T? Bad<T>(string name)
    {
        Refusal ??= new InboundRefusal(InboundRefusalKind.BadField, name);
        return default;
    }
}

using System.Globalization;

namespace WeChatBridge.WeChat.Inbound;

/// <summary>
/// Reads the fields of one element. The first field that is missing or wrong is remembered in <see cref="Refusal"/>, so that a message
/// can be put together in one expression and judged afterwards.
/// </summary>
internal sealed class FieldReader
{
    private const int MaxIdLength = 64;

    private readonly WireElement _element;
    private readonly List<InboundRefusal> _refusals;

    public FieldReader(WireElement element)
        : this(element, [])
    {
    }

    private FieldReader(WireElement element, List<InboundRefusal> refusals)
    {
        _element = element;
        _refusals = refusals;
    }

    /// <summary>The first refusal here or in a reader made by <see cref="Inside"/> or <see cref="Each"/>.</summary>
    public InboundRefusal? Refusal => _refusals.FirstOrDefault();

    /// <summary>The text as it stands, possibly empty; refuses when the field is absent.</summary>
    public string Present(string name) => _element.Child(name)?.Text ?? Missing(name);

    /// <summary>The text without white space around it; refuses when there is none.</summary>
    public string Required(string name) => Optional(name) ?? Missing(name);

    /// <summary>The text without white space around it; null when there is none: absent and empty mean the same.</summary>
    public string? Optional(string name) => _element.Child(name)?.Text.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>An id. They are 64-bit numbers today; a bound keeps them usable as keys, whatever they become.</summary>
    public string? OptionalId(string name) => Optional(name) is { Length: > MaxIdLength } ? Bad<string>(name) : Optional(name);

    /// <summary>As <see cref="OptionalId"/>; refuses when there is none.</summary>
    public string RequiredId(string name) => OptionalId(name) ?? Missing(name);

    /// <summary>Unix seconds. Milliseconds, a common mistake of senders, are refused, not taken for a far future.</summary>
    public long RequiredSeconds(string name) => SecondsIn(Required(name)) ?? Bad<long>(name);

    /// <summary>Degrees or metres, with the digits as sent.</summary>
    public decimal RequiredDecimal(string name) => DecimalIn(Required(name)) ?? Bad<decimal>(name);

    /// <summary>As <see cref="OptionalNumber"/>, with the digits as sent.</summary>
    public decimal? OptionalDecimal(string name) => DecimalIn(Optional(name));

    public int RequiredNumber(string name) => NumberIn(Required(name)) ?? Bad<int>(name);

    /// <summary>A figure of a report; null when absent or not a number, because the rest of the report is worth having.</summary>
    public int? OptionalNumber(string name) => NumberIn(Optional(name));

    /// <summary>As <see cref="OptionalNumber"/>, for a time in Unix seconds.</summary>
    public long? OptionalSeconds(string name) => SecondsIn(Optional(name));

    /// <summary>The fields inside a field; an absent one has none.</summary>
    public FieldReader Inside(string name) => new(_element.Child(name) ?? new WireElement(name), _refusals);

    /// <summary>The fields inside each of several fields of one name.</summary>
    public IEnumerable<FieldReader> Each(string name) => _element.Children(name).Select(child => new FieldReader(child, _refusals));

    /// <summary>The numbers in several fields of one name; what is not a number is left out.</summary>
    public IEnumerable<int> Numbers(string name) =>
        _element.Children(name).Select(child => NumberIn(child.Text)).OfType<int>();

    public bool Has(string name) => _element.Child(name) is not null;

    private static long? SecondsIn(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? seconds
            : null;

    private static int? NumberIn(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? DecimalIn(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string Missing(string name)
    {
        _refusals.Add(new InboundRefusal(InboundRefusalKind.MissingField, name));
        return "";
    }

    private T? Bad<T>(string name)
    {
        _refusals.Add(new InboundRefusal(InboundRefusalKind.BadField, name));
        return default;
    }
}

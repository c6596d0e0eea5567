using System.Text.RegularExpressions;

namespace WeChatBridge.Articles.Body;

/// <summary>An element's inline style, holding only what <see cref="StyleRules"/> allows, in the order written.</summary>
internal sealed partial class BodyStyle
{
    private readonly List<KeyValuePair<string, string>> _declarations = [];

    public bool IsEmpty => _declarations.Count == 0;

    public static BodyStyle Parse(string? text)
    {
        var style = new BodyStyle();
        foreach (var (name, value) in Declarations(text))
        {
            style.Set(name, value);
        }

        return style;
    }

    /// <summary>Whether the text styled so cannot be seen at all; in Word's words too.</summary>
    public static bool Hides(string? text) => Declarations(text)
        .GroupBy(declaration => declaration.Name).Select(same => same.Last())
        .Any(last => last is ("display", "none") or ("visibility", "hidden" or "collapse") or ("mso-hide", "all"));

    /// <summary>Sets a declaration if it is allowed; a later one takes the earlier one's place.</summary>
    public void Set(string name, string value)
    {
        (name, value) = name switch
        {
            "background" => ("background-color", value),
            "text-decoration-line" => ("text-decoration", value),
            _ when name.StartsWith("border", StringComparison.Ordinal) =>
                (name, value.Replace("windowtext", "#000", StringComparison.Ordinal)),
            _ => (name, value),
        };
        if (StyleRules.Allows(name, value))
        {
            _declarations.RemoveAll(declaration => declaration.Key == name);
            _declarations.Add(new(name, value));
        }
    }

    public string? Get(string name) => _declarations.LastOrDefault(declaration => declaration.Key == name).Value;

    public void Keep(Func<string, bool> wanted) => _declarations.RemoveAll(declaration => !wanted(declaration.Key));

    /// <summary>Takes the other's declarations in, if none of them contradicts one here.</summary>
    public bool TryJoin(BodyStyle other)
    {
        if (other._declarations.Exists(declaration => Get(declaration.Key) is { } own && own != declaration.Value))
        {
            return false;
        }

        foreach (var (name, value) in other._declarations)
        {
            Set(name, value);
        }

        return true;
    }

    /// <summary>Takes in what the other says of things not said here.</summary>
    public void Complete(BodyStyle other)
    {
        var missing = other._declarations.Where(declaration => Get(declaration.Key) is null).ToList();
        _declarations.InsertRange(0, missing);
    }

    public override string ToString() => string.Join(';', _declarations.Select(declaration => $"{declaration.Key}:{declaration.Value}"));

    private static IEnumerable<(string Name, string Value)> Declarations(string? text) =>
        from Match match in Declaration().Matches(Comment().Replace(text ?? "", ""))
        let name = match.Groups["name"].Value.ToLowerInvariant()
        let value = Important().Replace(match.Groups["value"].Value, "").Trim().ToLowerInvariant()
        select (name, WhiteSpace().Replace(value, " "));

    // Semicolons within brackets and quotes belong to the value.
    [GeneratedRegex(
        """(?<name>[\w-]+)\s*:\s*(?<value>(?:\([^)]*\)|"[^"]*"|'[^']*'|[^;"'(])+)""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"/\*[^*]*\*+([^/*][^*]*\*+)*/", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    [GeneratedRegex(@"!\s*important\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Important();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WhiteSpace();
}

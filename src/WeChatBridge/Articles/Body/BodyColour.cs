using System.Drawing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WeChatBridge.Articles.Body;

/// <summary>A colour of a body's style, as a reader's eye compares it with another.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
/// <param name="Opacity">0 to 1.</param>
internal sealed partial record BodyColour(double Red, double Green, double Blue, double Opacity = 1)
{
    public static readonly BodyColour White = new(255, 255, 255);

    public static readonly BodyColour Black = new(0, 0, 0);

    /// <summary>What a style says in lower case: <c>#fff</c>, <c>rgb(…)</c>, <c>hsl(…)</c> or a name; null where it names no colour.</summary>
    public static BodyColour? Parse(string value) => value switch
    {
        ['#', .. { Length: 3 } digits] => OfHex(string.Concat(digits.Select(digit => $"{digit}{digit}"))),
        ['#', .. { Length: 6 } digits] => OfHex(digits),
        _ when Function().Match(value) is { Success: true } match => OfFunction(match),
        _ => OfName(value),
    };

    /// <summary>How it shows on what lies behind it.</summary>
    public BodyColour On(BodyColour behind) => new(
        Mixed(Red, behind.Red), Mixed(Green, behind.Green), Mixed(Blue, behind.Blue));

    /// <summary>The contrast of WCAG 2.2 between two opaque colours: from 1, which nobody can tell apart, to 21.</summary>
    public double ContrastTo(BodyColour other)
    {
        var (one, two) = (Luminance(), other.Luminance());
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    private double Mixed(double own, double behind) => (own * Opacity) + (behind * (1 - Opacity));

    private double Luminance() => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(double part)
    {
        var share = part / 255;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static BodyColour? OfHex(string digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? new BodyColour(number >> 16, (number >> 8) & 255, number & 255)
            : null;

    // A system's own colours (window, canvas) are another on each phone, and none of the names of the web.
    private static BodyColour? OfName(string name) =>
        Color.FromName(name.Replace("grey", "gray", StringComparison.Ordinal)) is { IsKnownColor: true, IsSystemColor: false, A: 255 } known
            ? new BodyColour(known.R, known.G, known.B)
            : null;

    private static BodyColour OfFunction(Match match)
    {
        var opacity = match.Groups["opacity"] is { Success: true } given ? Math.Clamp(Number(given.Value), 0, 1) : 1;
        string[] parts = [match.Groups["one"].Value, match.Groups["two"].Value, match.Groups["three"].Value];
        return match.Groups["kind"].Value == "hsl"
            ? OfHue(Number(parts[0]), Share(parts[1]), Share(parts[2])) with { Opacity = opacity }
            : new BodyColour(Part(parts[0]), Part(parts[1]), Part(parts[2]), opacity);
    }

    private static BodyColour OfHue(double hue, double saturation, double lightness)
    {
        double Channel(double shift)
        {
            var at = (shift + (hue / 30)) % 12;
            var reach = saturation * Math.Min(lightness, 1 - lightness);
            return 255 * (lightness - (reach * Math.Max(-1, Math.Min(Math.Min(at - 3, 9 - at), 1))));
        }

        return new BodyColour(Channel(0), Channel(8), Channel(4));
    }

    private static double Part(string value) => Math.Clamp(value.EndsWith('%') ? Number(value) * 2.55 : Number(value), 0, 255);

    private static double Share(string value) => Math.Clamp(Number(value) / 100, 0, 1);

    private static double Number(string value) => double.Parse(value.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<kind>rgb|hsl)a?\( ?(?<one>\d{1,3}(\.\d+)?%?) ?, ?(?<two>\d{1,3}(\.\d+)?%?) ?, ?(?<three>\d{1,3}(\.\d+)?%?) ?"
        + @"(, ?(?<opacity>\d?\.?\d+) ?)?\)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Function();
}

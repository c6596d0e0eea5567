namespace WeChatBridge.Search.Text;

/// <summary>
/// A text as it is compared: every character in its folded form (width, case, traditional and simplified), and nothing in it that cannot be
/// seen. Whoever finds a word in it learns where the word stands in the text as it was written.
/// </summary>
public sealed class FoldedText
{
    private readonly int[] _places;

    private FoldedText(string text, int[] places)
    {
        Text = text;
        _places = places;
    }

    /// <summary>The folded text; never longer than the one it was made of.</summary>
    public string Text { get; }

    /// <summary>Folds a text of any length; the work grows with the length alone.</summary>
    public static FoldedText Of(string text)
    {
        var folded = CharacterFolding.Fold(text);
        var places = Enumerable.Range(0, folded.Length).Where(at => !IsUnseen(folded[at])).ToArray();
        return new FoldedText(string.Create(places.Length, (folded, places), static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = source.folded[source.places[i]];
            }
        }), places);
    }

    /// <summary>Where a part of <see cref="Text"/> stands in the text as written, in UTF-16 units, what cannot be seen inside it included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part, or it is empty.</exception>
    public (int Start, int Length) PlaceOf(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _places.Length - start);
        return (_places[start], _places[start + length - 1] - _places[start] + 1);
    }

    // Selectors of a glyph's form and the joiner of graphemes change nothing of the word they stand in.
    private static bool IsUnseen(char folded) => folded == CharacterFolding.Invisible
        || folded is (>= '\uFE00' and <= '\uFE0F') or '\u034F' or (>= '\u2065' and <= '\u206F') or (>= '\uFFF9' and <= '\uFFFB');
}

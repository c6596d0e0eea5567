using System.Text;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Benchmarks;

/// <summary>A sentence with its places and figures left open, so that a thousand documents can say it of themselves.</summary>
internal sealed class Wording
{
    private readonly string _text;
    private readonly bool[] _isPlace;

    public Wording(string text)
    {
        _text = text;
        _isPlace = new bool[text.Length];
        var (folded, from) = (CharacterFolding.Fold(text), 0);
        foreach (var place in PlaceNames.Find(folded))
        {
            from = folded.IndexOf(place, from, StringComparison.Ordinal);
            _isPlace.AsSpan(from, place.Length).Fill(true);
            from += place.Length;
        }
    }

    /// <summary>The sentence said of another place, with other figures.</summary>
    public string Of(string place, Dice dice)
    {
        var said = new StringBuilder();
        for (var i = 0; i < _text.Length; i++)
        {
            if (_isPlace[i])
            {
                said.Append(i > 0 && _isPlace[i - 1] ? "" : place);
            }
            else if (char.IsAsciiDigit(_text[i]))
            {
                said.Append((char)('0' + dice.Below(10)));
            }
            else
            {
                said.Append(_text[i]);
            }
        }

        return said.ToString();
    }
}

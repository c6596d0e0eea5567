using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>A number in the other script: 九十岁 stands as 90周岁, 20个 as 二十个.</summary>
internal static class NumberForms
{
    private const double Trust = 0.9;

    /// <summary>The other way to write the number that the term at this place belongs to.</summary>
    public static IEnumerable<TermForm> Of(string text, int start, int length)
    {
        if (char.IsAsciiDigit(text[start]))
        {
            return int.TryParse(text.AsSpan(start, length), out var value) && value is > 0 and < 100
                ? [new TermForm(ChineseNumeral.Write(value), Trust)]
                : [];
        }

        var numeral = 0;
        while (start + numeral < text.Length
            && (ChineseNumeral.IsDigit(text[start + numeral]) || text[start + numeral] is '十' or '百' or '千'))
        {
            numeral++;
        }

        return numeral >= 1 && ChineseNumeral.Parse(text.AsSpan(start, numeral)) is > 9 and var number
            ? [new TermForm($"{number}", Trust)]
            : [];
    }
}

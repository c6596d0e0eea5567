using System.Buffers;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>Finds the issuing body and date a document ends with (落款).</summary>
internal static class SignatureBlock
{
    private const int LongestBodyName = 30;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("。；：，！？;:,!?");

    /// <summary>The first line of the signature, or the number of lines where there is none.</summary>
    public static int FindStart(IReadOnlyList<TextLine> lines)
    {
        var last = LastWritten(lines, lines.Count);
        if (last < 0 || !IsDateLine(lines[last]))
        {
            return lines.Count;
        }

        var start = last;
        for (var previous = LastWritten(lines, start); previous > 0 && IsBodyName(lines[previous]); previous = LastWritten(lines, start))
        {
            start = previous;
        }

        return start;
    }

    private static bool IsDateLine(TextLine line) =>
        line.Content.Length <= 20 && ChineseDate.Find(line.Folded) is { } found && found.Length >= line.Content.Length - 2;

    private static bool IsBodyName(TextLine line) =>
        line.Content.Length <= LongestBodyName
        && line.Content.AsSpan().IndexOfAny(Punctuation) < 0
        && HeadingNumber.Read(line.Folded) is null;

    private static int LastWritten(IReadOnlyList<TextLine> lines, int before)
    {
        var index = before - 1;
        while (index >= 0 && lines[index].IsBlank)
        {
            index--;
        }

        return index;
    }
}

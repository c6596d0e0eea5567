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
        if (last < 0 || !IsDateLine(lines[last]) || IsCheckHeading(lines, LastWritten(lines, last)))
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

    // 核对日期 at the end of a guide: the date under it is not the day it was signed.
    private static bool IsCheckHeading(IReadOnlyList<TextLine> lines, int index)
    {
        var folded = index < 0 ? "" : lines[index].Folded.TrimStart('#', ' ');
        return GuideLabels.FieldOf(folded[(HeadingNumber.Read(folded)?.Length ?? 0)..]) == GuideField.CheckedOn;
    }

    private static bool IsBodyName(TextLine line) =>
        line.Content.Length <= LongestBodyName
        && line.Content.AsSpan().IndexOfAny(Punctuation) < 0
        && !line.Content.StartsWith('#')
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

using System.Buffers;
using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>
/// Finds the issuing body and date a document ends with (落款). What is noted under them, that it may be published or to whom it was copied,
/// belongs to the same block.
/// </summary>
internal static partial class SignatureBlock
{
    private const int LongestBodyName = 30;
    private const int LongestNote = 120;

    // More lines under a date are a text of their own.
    private const int MostNotes = 12;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("。；：，！？;:,!?");

    /// <summary>The first line of the signature, or the number of lines where there is none.</summary>
    public static int FindStart(IReadOnlyList<TextLine> lines)
    {
        var last = DateOver(lines);
        if (last < 0 || IsCheckHeading(lines, LastWritten(lines, last)))
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

    /// <summary>The line of the date, under which there are notes only; -1 where there is none.</summary>
    private static int DateOver(IReadOnlyList<TextLine> lines)
    {
        var last = LastWritten(lines, lines.Count);
        for (var notes = 0; last >= 0 && notes <= MostNotes; notes++)
        {
            if (IsDateLine(lines[last]))
            {
                return last;
            }

            if (!IsNote(lines[last]) && !IsOfAttachments(lines, last))
            {
                return -1;
            }

            last = LastWritten(lines, last);
        }

        return -1;
    }

    private static bool IsNote(TextLine line) => line.Content.Length <= LongestNote && Note().IsMatch(line.Folded);

    // 附件：1.申请表 has the rest of its list in lines of their own.
    private static bool IsOfAttachments(IReadOnlyList<TextLine> lines, int index)
    {
        while (index >= 0 && lines[index].Content.Length <= LongestNote && HeadingNumber.Read(lines[index].Folded) is not null)
        {
            index = LastWritten(lines, index);
        }

        return index >= 0 && Attachments().IsMatch(lines[index].Folded);
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

    [GeneratedRegex(
        @"^\([^()]{1,60}\)$|^(?:信息)?公开(?:方式|属性|类别|选项)\s?:|"
        + @"^(?:抄送|抄报|主送|主题词|联系人|联系电话|联系方式|承办(?:单位|处室)|校对)\s?:|^附件?\s?\d?\s?:|印发$")]
    private static partial Regex Note();

    [GeneratedRegex(@"^附件?\s?:")]
    private static partial Regex Attachments();
}

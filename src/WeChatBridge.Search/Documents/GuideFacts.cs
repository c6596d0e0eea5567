using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>What a guide to a public service (办事指南) states, field by field, word for word.</summary>
/// <param name="Stated">The fields it states; none of them empty.</param>
/// <param name="CheckedOn">The day it was last checked, where it is a date.</param>
public sealed partial record GuideFacts(IReadOnlyDictionary<GuideField, string> Stated, DateOnly? CheckedOn)
{
    /// <summary>The fields a citizen will ask for and the guide does not state.</summary>
    public IReadOnlyList<GuideField> Missing =>
        [.. Enum.GetValues<GuideField>().Where(wanted => wanted == GuideField.CheckedOn ? CheckedOn is null : !Stated.ContainsKey(wanted))];

    /// <summary>A field's words; empty where it is not stated.</summary>
    public string this[GuideField field] => Stated.GetValueOrDefault(field) ?? "";

    /// <summary>
    /// Reads the fields from the headings of an outline; what no heading names, from lines such as 办理地点：… and 【办理依据】…. The
    /// matter may stand in the title alone.
    /// </summary>
    public static GuideFacts Read(DocumentOutline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        var stated = new Dictionary<GuideField, string>();
        for (var i = 0; i < outline.Sections.Count; i++)
        {
            State(stated, outline.Sections[i].Heading, WholeTextOf(outline.Sections, i));
        }

        foreach (Match line in LabelledLine().Matches(outline.Text))
        {
            State(stated, line.Groups["label"].Value, line.Groups["text"].Value);
        }

        State(stated, GuideField.Matter, KindOfDocument().Replace(outline.Title ?? "", ""));
        return new GuideFacts(stated, ChineseDate.Find(CharacterFolding.Fold(stated.GetValueOrDefault(GuideField.CheckedOn) ?? ""))?.Date);
    }

    private static void State(Dictionary<GuideField, string> stated, string label, string text)
    {
        if (GuideLabels.FieldOf(label) is { } field)
        {
            State(stated, field, text);
        }
    }

    // The first word counts: a later heading of the same name belongs to an appendix.
    private static void State(Dictionary<GuideField, string> stated, GuideField field, string text)
    {
        if (text.Trim().Length > 0 && !Unfilled.IsIn(text))
        {
            stated.TryAdd(field, text.Trim());
        }
    }

    private static string WholeTextOf(IReadOnlyList<OutlineSection> sections, int index)
    {
        var below = sections.Skip(index + 1).TakeWhile(section => section.Level > sections[index].Level)
            .Select(section => $"{section.Number}{section.Heading}\n{section.DisplayText}".Trim());
        return string.Join('\n', below.Prepend(sections[index].DisplayText)).Trim();
    }

    [GeneratedRegex(
        @"^[ \t\u3000]*(?:【(?<label>[^】\n]{2,10})】|(?<label>[^：:\t\n【】。，]{2,10})(?:[：:]|\t))[ \t]*(?<text>\S[^\n]*)",
        RegexOptions.Multiline)]
    private static partial Regex LabelledLine();

    [GeneratedRegex("(?:办事|办理|服务|申领|申请|缴费)?(?:指南|须知|流程)$")]
    private static partial Regex KindOfDocument();
}

/// <summary>A place of a template that nobody has filled in yet: 【请填写……】.</summary>
public static class Unfilled
{
    /// <summary>What such a place begins with.</summary>
    public const string Mark = "【请填写";

    /// <summary>True where the text still holds one.</summary>
    public static bool IsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains(Mark, StringComparison.Ordinal);
    }
}

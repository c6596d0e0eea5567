using System.Text;
using WeChatBridge.Search.Excerpts;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>A section in its document.</summary>
internal sealed class SectionEntry(IndexedDocument document, int documentNumber, int position, int end)
{
    // A dash or a dot before the words a part is named by.
    private const int LongestMark = 3;

    public IndexedDocument Document { get; } = document;

    /// <summary>Number of the document in its part of the index.</summary>
    public int DocumentNumber { get; } = documentNumber;

    /// <summary>Where it stands among the sections of its document.</summary>
    public int Position { get; } = position;

    /// <summary>Where its document goes on after it and the sections below it.</summary>
    public int End { get; } = end;

    public IndexedSection Section => Document.Sections[Position];

    /// <summary>True for the section that stands for the whole document.</summary>
    public bool IsOpening => Position == 0;

    /// <summary>True where sections below this one carry on its text.</summary>
    public bool HasChildren => End > Position + 1 && Document.Sections[Position + 1].Level > Section.Level;

    /// <summary>The heading, folded; empty for a part of an over-long section, whose name is only the beginning of its text.</summary>
    public string FoldHeading() => IsPart(Section) ? "" : CharacterFolding.Fold(Section.Heading);

    public string FoldPath() => Section.HeadingPath.Count == 0 ? "" : CharacterFolding.Fold(string.Join('\n', Section.HeadingPath));

    /// <summary>What is shown of the section: its whole text; from an opening the document is read on.</summary>
    /// <remarks>
    /// A section with others below it holds their text too, their headings included. A part of an over-long section, whose borders are ours
    /// and not the author's, reads on to the end of that section.
    /// </remarks>
    public string ShownText()
    {
        var text = Gather(IsOpening ? Document.Sections.Count : End, int.MaxValue);
        return text.Length > 0 ? text : Section.Heading;
    }

    /// <summary>What a question is compared with: of parts that follow as much as a reply may show beside its own text.</summary>
    public string JudgedText() => HasChildren ? Gather(End, int.MaxValue) : Gather(End, Section.Text.Length + ExcerptCutter.DefaultCharacters);

    /// <summary>Sections of its document, one after the other, each with its heading.</summary>
    public string TextOf(int from, int to)
    {
        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            Append(text, Document.Sections[i]);
        }

        return text.ToString();
    }

    public static IEnumerable<SectionEntry> Of(IndexedDocument document, int documentNumber)
    {
        for (var i = 0; i < document.Sections.Count; i++)
        {
            yield return new SectionEntry(document, documentNumber, i, EndOf(document.Sections, i));
        }
    }

    private static int EndOf(IReadOnlyList<IndexedSection> sections, int position)
    {
        var end = position + 1;
        var isPart = position == 0 || IsPart(sections[position]);
        while (end < sections.Count && (sections[end].Level > sections[position].Level || (isPart && IsPart(sections[end]))))
        {
            end++;
        }

        return end;
    }

    // Its name is only the beginning of its text.
    private static bool IsPart(IndexedSection section) => section.Number.Length == 0 && section.Heading.Length > 0
        && section.Text.AsSpan(0, Math.Min(section.Text.Length, section.Heading.Length + LongestMark)).Contains(section.Heading, StringComparison.Ordinal);

    private string Gather(int to, int enough)
    {
        var text = new StringBuilder(Section.Text);
        for (var i = Position + 1; i < to && text.Length < enough; i++)
        {
            Append(text, Document.Sections[i]);
        }

        return text.Length > enough ? text.ToString(0, enough) : text.ToString();
    }

    private static void Append(StringBuilder text, IndexedSection child)
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        // A heading that is the first clause of its text is not said twice.
        text.Append(child.Number).Append(child.Number is [.., >= '0' and <= '9'] ? " " : "");
        if (!IsPart(child) && !child.Text.StartsWith(child.Heading, StringComparison.Ordinal))
        {
            text.Append(child.Heading).Append(child.Text.Length > 0 ? "\n" : "");
        }

        text.Append(child.Text);
    }
}

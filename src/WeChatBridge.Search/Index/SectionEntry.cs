using System.Text;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>A section in its document.</summary>
internal sealed class SectionEntry(IndexedDocument document, int documentNumber, int position, int childrenEnd)
{
    public IndexedDocument Document { get; } = document;

    /// <summary>Number of the document in its part of the index.</summary>
    public int DocumentNumber { get; } = documentNumber;

    public IndexedSection Section => Document.Sections[position];

    /// <summary>True for the section that stands for the whole document.</summary>
    public bool IsOpening => position == 0;

    /// <summary>True where sections below this one carry on its text.</summary>
    public bool HasChildren => childrenEnd > position + 1;

    public string FoldHeading() => CharacterFolding.Fold(Section.Heading);

    public string FoldPath() => Section.HeadingPath.Count == 0 ? "" : CharacterFolding.Fold(string.Join('\n', Section.HeadingPath));

    /// <summary>The section's text with that of the sections below it, their headings included; what a question is compared with.</summary>
    public string WholeText() => HasChildren ? Gather(childrenEnd) : Section.Text;

    /// <summary>What is shown of the section: its whole text; of an opening that is only a title, the text after it.</summary>
    public string ShownText() => IsOpening && !HasChildren && Section.Text.Length == 0 ? Gather(Document.Sections.Count) : WholeText();

    private string Gather(int end)
    {
        var text = new StringBuilder(Section.Text);
        for (var i = position + 1; i < end; i++)
        {
            Append(text, Document.Sections[i]);
        }

        return text.ToString();
    }

    public static IEnumerable<SectionEntry> Of(IndexedDocument document, int documentNumber)
    {
        for (var i = 0; i < document.Sections.Count; i++)
        {
            var end = i + 1;
            while (end < document.Sections.Count && document.Sections[end].Level > document.Sections[i].Level)
            {
                end++;
            }

            yield return new SectionEntry(document, documentNumber, i, end);
        }
    }

    private static void Append(StringBuilder text, IndexedSection child)
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        // A heading that is the first clause of its text is not said twice.
        text.Append(child.Number).Append(child.Number is [.., >= '0' and <= '9'] ? " " : "");
        if (!child.Text.StartsWith(child.Heading, StringComparison.Ordinal))
        {
            text.Append(child.Heading).Append(child.Text.Length > 0 ? "\n" : "");
        }

        text.Append(child.Text);
    }
}

using System.Text;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>A section with what the index keeps of it.</summary>
internal sealed class SectionEntry(IndexedDocument document, int position, int childrenEnd)
{
    public IndexedDocument Document { get; } = document;

    public IndexedSection Section { get; } = document.Sections[position];

    /// <summary>True for the section that stands for the whole document.</summary>
    public bool IsOpening { get; } = position == 0;

    public string Heading { get; } = CharacterFolding.Fold(document.Sections[position].Heading);

    public string Path { get; } = CharacterFolding.Fold(string.Join('\n', document.Sections[position].HeadingPath));

    public string Title { get; } = CharacterFolding.Fold(document.Title);

    public string Body { get; } = CharacterFolding.Fold(document.Sections[position].Text);

    /// <summary>The section's text with that of the sections below it, their headings included.</summary>
    public string WholeText()
    {
        var text = new StringBuilder(Section.Text);
        for (var i = position + 1; i < childrenEnd; i++)
        {
            Append(text, Document.Sections[i]);
        }

        return text.ToString();
    }

    public static IEnumerable<SectionEntry> Of(IndexedDocument document)
    {
        for (var i = 0; i < document.Sections.Count; i++)
        {
            var end = i + 1;
            while (end < document.Sections.Count && document.Sections[end].Level > document.Sections[i].Level)
            {
                end++;
            }

            yield return new SectionEntry(document, i, end);
        }
    }

    private static void Append(StringBuilder text, IndexedSection child)
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        // A heading that is the first clause of its text is not said twice.
        text.Append(child.Number);
        if (!child.Text.StartsWith(child.Heading, StringComparison.Ordinal))
        {
            text.Append(child.Heading).Append(child.Text.Length > 0 ? "\n" : "");
        }

        text.Append(child.Text);
    }
}

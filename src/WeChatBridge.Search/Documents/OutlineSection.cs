namespace WeChatBridge.Search.Documents;

/// <summary>One section of a document: a heading with what stands under it, up to the next heading.</summary>
/// <param name="Ordinal">Position in the document, from 0.</param>
/// <param name="Level">Depth in the outline, from 1; the opening and the signature have 1.</param>
/// <param name="Number">The number as written, such as 一、 or （2）; empty where there is none.</param>
/// <param name="Heading">The heading without its number; empty for the opening and the signature.</param>
/// <param name="HeadingPath">The headings above this one with their numbers, outermost first.</param>
/// <param name="Start">Where the section begins in the document's text, in characters.</param>
/// <param name="Length">How many characters it takes there, its heading and line ends included.</param>
/// <param name="DisplayText">
/// The body as it is shown: wrapped lines joined, page numbers dropped, the heading not repeated unless it is part of the first sentence.
/// Empty for a heading whose text is all in the sections below it.
/// </param>
public sealed record OutlineSection(
    int Ordinal,
    int Level,
    string Number,
    string Heading,
    IReadOnlyList<string> HeadingPath,
    int Start,
    int Length,
    string DisplayText)
{
    /// <summary>What part of the document this is.</summary>
    public SectionRole Role { get; init; } = SectionRole.Body;
}

/// <summary>What part of a document a section is.</summary>
public enum SectionRole
{
    /// <summary>The title and what stands before the first heading.</summary>
    Opening,

    /// <summary>A section under a heading.</summary>
    Body,

    /// <summary>A table of contents; it repeats headings and answers nothing.</summary>
    Contents,

    /// <summary>The issuing body and the date at the end (落款).</summary>
    Signature,
}

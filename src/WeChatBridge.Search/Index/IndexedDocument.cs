namespace WeChatBridge.Search.Index;

/// <summary>A document as it is searched.</summary>
/// <param name="Id">The caller's name for it; unique in an index.</param>
/// <param name="Kind">What it is (report, guide, policy, notice), in the caller's words.</param>
/// <param name="Title">Its title.</param>
/// <param name="IssuingBody">Who issued it, where known.</param>
/// <param name="IssuedOn">When it was issued, where known.</param>
/// <param name="Year">The year it is about, where known.</param>
/// <param name="Sections">Its sections in order.</param>
public sealed record IndexedDocument(
    string Id,
    string Kind,
    string Title,
    string? IssuingBody,
    DateOnly? IssuedOn,
    int? Year,
    IReadOnlyList<IndexedSection> Sections);

/// <summary>A section as it is searched.</summary>
/// <param name="Id">The caller's name for it; unique in its document.</param>
/// <param name="Ordinal">Position in the document.</param>
/// <param name="Level">Depth, from 1; the sections after it with a greater level belong to it.</param>
/// <param name="Number">The number as written, or empty.</param>
/// <param name="Heading">The heading without number, or empty.</param>
/// <param name="HeadingPath">The headings above, outermost first.</param>
/// <param name="Text">Its own text, without that of the sections below it.</param>
public sealed record IndexedSection(
    string Id,
    int Ordinal,
    int Level,
    string Number,
    string Heading,
    IReadOnlyList<string> HeadingPath,
    string Text);

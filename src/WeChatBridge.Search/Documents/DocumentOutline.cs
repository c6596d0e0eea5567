namespace WeChatBridge.Search.Documents;

/// <summary>A document taken apart. The slices of <see cref="Sections"/>, put together in order, are exactly <see cref="Text"/>.</summary>
/// <param name="Text">The document as it was read.</param>
/// <param name="Sections">All sections in order; empty only for an empty text.</param>
/// <param name="Title">The title where the document states one.</param>
/// <param name="IssuedOn">The date of the signature, or of the line under the title.</param>
/// <param name="IssuingBody">Who issued it, where the document says so.</param>
/// <param name="Year">The year the document is about: that of its title, else of its date.</param>
public sealed record DocumentOutline(
    string Text,
    IReadOnlyList<OutlineSection> Sections,
    string? Title,
    DateOnly? IssuedOn,
    string? IssuingBody,
    int? Year)
{
    /// <summary>The lines that say how the issuing body is reached: telephone, e-mail, address; at most 120 characters each, in order.</summary>
    public IReadOnlyList<string> ContactLines { get; init; } = [];
}

namespace WeChatBridge.Search.Documents;

/// <summary>What reading a file gave: its text, or the reason why there is none.</summary>
/// <param name="Refusal">Why the file was refused; null when it was read.</param>
/// <param name="Text">The text with line ends as found; null when refused, never empty otherwise.</param>
public sealed record DocumentReading(DocumentRefusal? Refusal, string? Text)
{
    internal static DocumentReading Refused(DocumentRefusal refusal) => new(refusal, null);

    internal static DocumentReading Read(string text) =>
        string.IsNullOrWhiteSpace(text) ? Refused(DocumentRefusal.Empty) : new DocumentReading(null, text);
}

/// <summary>Why a file cannot be taken in.</summary>
public enum DocumentRefusal
{
    /// <summary>No bytes, or nothing but white space.</summary>
    Empty,

    /// <summary>Neither a known document format nor text in UTF-8, UTF-16 or GB18030.</summary>
    Binary,

    /// <summary>A known format that is not read here (PDF, old Word, pictures): save it as .docx or text.</summary>
    UnsupportedFormat,

    /// <summary>A known format whose content is broken, encrypted or beyond the size that is read.</summary>
    Damaged,

    /// <summary>More than <see cref="DocumentText.MaximumBytes"/> bytes.</summary>
    TooLarge,
}

namespace WeChatBridge.Search.Documents;

/// <summary>Reads the text of a file as staff hand it in.</summary>
public static class DocumentText
{
    /// <summary>The largest file that is read, in bytes (20 MiB).</summary>
    public const int MaximumBytes = 20 * 1024 * 1024;

    /// <summary>
    /// Reads plain text, Markdown and HTML in UTF-8, UTF-16 or GB18030, and .docx; headings come out marked with #, rows of tables with
    /// tabs between their cells. Never throws for what the file holds.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="fileName">The name it was handed in with; only its ending is used.</param>
    public static DocumentReading Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (bytes.IsEmpty)
        {
            return DocumentReading.Refused(DocumentRefusal.Empty);
        }

        if (bytes.Length > MaximumBytes)
        {
            return DocumentReading.Refused(DocumentRefusal.TooLarge);
        }

        return DocumentSignature.Recognise(bytes.Span, Path.GetExtension(fileName)) switch
        {
            FileFormat.Unsupported => DocumentReading.Refused(DocumentRefusal.UnsupportedFormat),
            FileFormat.WordDocument => WordText.Read(bytes),
            FileFormat.Html => Convert(PlainText.Decode(bytes.Span), HtmlText.Read),
            FileFormat.Markdown => Convert(PlainText.Decode(bytes.Span), MarkdownText.Read),
            _ => PlainText.Decode(bytes.Span),
        };
    }

    private static DocumentReading Convert(DocumentReading decoded, Func<string, string> convert) =>
        decoded.Text is { } text ? DocumentReading.Read(convert(text)) : decoded;
}

namespace WeChatBridge.Search.Documents;

/// <summary>Reads the text of a file as staff hand it in.</summary>
public static class DocumentText
{
    /// <summary>The largest file that is read, in bytes (20 MiB).</summary>
    public const int MaximumBytes = 20 * 1024 * 1024;

    /// <summary>Reads plain text in UTF-8, UTF-16 or GB18030. Never throws for what the file holds.</summary>
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
            DocumentFormat.Unsupported => DocumentReading.Refused(DocumentRefusal.UnsupportedFormat),
            _ => PlainText.Decode(bytes.Span),
        };
    }
}

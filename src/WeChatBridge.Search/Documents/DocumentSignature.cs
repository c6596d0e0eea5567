namespace WeChatBridge.Search.Documents;

/// <summary>Tells a file's format by its first bytes, and only then by its name.</summary>
internal static class DocumentSignature
{
    private static readonly string[] UnsupportedEndings =
        [".pdf", ".doc", ".wps", ".ofd", ".xls", ".xlsx", ".ppt", ".pptx", ".rtf", ".jpg", ".jpeg", ".png", ".zip", ".rar"];

    public static FileFormat Recognise(ReadOnlySpan<byte> bytes, string ending)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return Is(ending, ".docx") ? FileFormat.WordDocument : FileFormat.Unsupported;
        }

        if (HasForeignSignature(bytes) || UnsupportedEndings.Contains(ending, StringComparer.OrdinalIgnoreCase))
        {
            return FileFormat.Unsupported;
        }

        return ending switch
        {
            _ when Is(ending, ".html") || Is(ending, ".htm") => FileFormat.Html,
            _ when Is(ending, ".md") || Is(ending, ".markdown") => FileFormat.Markdown,
            _ when Is(ending, ".docx") => FileFormat.WordDocument,
            _ => FileFormat.PlainText,
        };
    }

    private static bool Is(string ending, string expected) => ending.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static bool HasForeignSignature(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8)
        || bytes.StartsWith("{\\rtf"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);
}

/// <summary>The formats told apart before reading.</summary>
internal enum FileFormat
{
    PlainText,
    Markdown,
    Html,
    WordDocument,
    Unsupported,
}

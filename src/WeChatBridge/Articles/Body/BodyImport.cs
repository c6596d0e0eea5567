using System.Net;
using WeChatBridge.Search.Documents;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Body;

/// <summary>Makes a body from a file as staff hand it in: .docx, Markdown, HTML or plain text.</summary>
internal static class BodyImport
{
    private const int Megabyte = 1024 * 1024;

    private static readonly string[] TextEndings = [".md", ".markdown", ".html", ".htm", ".txt"];

    public static Outcome<ArticleBody> Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        if (bytes.Length > DocumentText.MaximumBytes)
        {
            return Outcome<ArticleBody>.Refused(
                StaffTexts.FileTooLarge.With(bytes.Length / Megabyte, DocumentText.MaximumBytes / Megabyte));
        }

        var ending = Path.GetExtension(fileName).ToLowerInvariant();
        if (ending == ".docx")
        {
            return WordBody.Read(bytes);
        }

        // Read under a name of plain text, a file keeps its marks.
        var reading = DocumentText.Read(bytes, TextEndings.Contains(ending) ? "text.txt" : fileName);
        return reading switch
        {
            { Text: { } text } => Convert(text, ending),
            { Refusal: DocumentRefusal.Empty } => Outcome<ArticleBody>.Refused(StaffTexts.FileEmpty.With(fileName)),
            { Refusal: DocumentRefusal.Binary } => Outcome<ArticleBody>.Refused(StaffTexts.FileBinary.With(fileName)),
            _ => Outcome<ArticleBody>.Refused(StaffTexts.FileFormatUnsupported.With(fileName)),
        };
    }

    private static ArticleBody Convert(string text, string ending) => ending switch
    {
        ".md" or ".markdown" => MarkdownBody.Read(text),
        ".html" or ".htm" => BodyCleaning.Clean(text),
        _ => BodyCleaning.Clean(string.Concat(text.Split('\n').Select(line => $"<p>{WebUtility.HtmlEncode(line.TrimEnd('\r'))}</p>"))),
    };
}

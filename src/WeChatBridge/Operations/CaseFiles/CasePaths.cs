using System.Text.RegularExpressions;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>What lies where in a case file. Nothing else may lie in one: a name that leads elsewhere is refused before it is used.</summary>
internal static partial class CasePaths
{
    public const string Index = "index.html";
    public const string Case = "case.json";
    public const string Attempts = "attempts.json";
    public const string Audit = "audit.jsonl";
    public const string Sums = "SHA256SUMS";

    private static readonly Dictionary<string, string> Extensions = new()
    {
        ["image/png"] = "png",
        ["image/jpeg"] = "jpg",
        ["image/gif"] = "gif",
        ["image/webp"] = "webp",
        ["image/bmp"] = "bmp",
        ["application/pdf"] = "pdf",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "xlsx",
    };

    public static string Document(int number) => $"articles/{number}.json";

    public static string Page(int number) => $"articles/{number}.html";

    public static string File(string hash, string mediaType, string name) => $"files/{hash}.{ExtensionOf(mediaType, name)}";

    public static bool IsOne(string path) => Form().IsMatch(path);

    /// <summary>The pictures of a body that lie in the store: <c>/files/{hash}</c>.</summary>
    public static IEnumerable<string> PicturesIn(string html) =>
        StoredPicture().Matches(html).Select(match => match.Groups["hash"].Value).Distinct();

    /// <summary>The body with its stored pictures at their places in the archive, seen from the articles' folder.</summary>
    public static string WithPictures(string html, IReadOnlyDictionary<string, string> paths) => StoredPicture().Replace(
        html, match => paths.TryGetValue(match.Groups["hash"].Value, out var path) ? $"../{path}" : match.Value);

    private static string ExtensionOf(string mediaType, string name)
    {
        var own = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        return Extensions.TryGetValue(mediaType, out var known) ? known : Extension().IsMatch(own) ? own : "bin";
    }

    [GeneratedRegex(
        @"^(index\.html|case\.json|attempts\.json|audit\.jsonl|SHA256SUMS|articles/[1-8]\.(json|html)|files/[0-9a-f]{64}\.[a-z0-9]{1,8})\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex(@"/files/(?<hash>[0-9a-f]{64})\b", RegexOptions.NonBacktracking)]
    private static partial Regex StoredPicture();

    [GeneratedRegex(@"^[a-z0-9]{1,8}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Extension();
}

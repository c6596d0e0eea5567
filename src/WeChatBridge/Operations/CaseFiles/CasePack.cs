using System.Text.Json;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The contents of a case file, by their paths.</summary>
internal static class CasePack
{
    public static IReadOnlyDictionary<string, byte[]> Pack(CaseMaterial material)
    {
        var files = new Dictionary<string, byte[]>(material.Files, StringComparer.Ordinal);
        foreach (var (path, bytes) in ListsOf(material.Case, material.Attempts, material.Audit))
        {
            files[path] = bytes;
        }

        foreach (var (article, (document, bytes)) in material.Case.Articles.Zip(material.Documents))
        {
            files[article.Document] = bytes;
            files[article.Page] = CaseArticlePage.Of(article, document);
        }

        files[CasePaths.Sums] = CaseSums.Write(files);
        return files;
    }

    /// <summary>What follows from the facts alone: the lists, and the page that shows them.</summary>
    public static IReadOnlyDictionary<string, byte[]> ListsOf(CaseFile facts, IReadOnlyList<CaseAttempt> attempts, CaseAudit audit) =>
        new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [CasePaths.Case] = Json(facts),
            [CasePaths.Attempts] = Json(attempts),
            [CasePaths.Audit] = CaseAuditLine.Write(audit),
            [CasePaths.Index] = CasePage.Of(facts, attempts, audit),
        };

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, CaseFile.Json);
}

using System.Text.Json;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The contents of a case file, by their paths.</summary>
internal static class CasePack
{
    public static IReadOnlyDictionary<string, byte[]> Pack(CaseMaterial material)
    {
        var files = new Dictionary<string, byte[]>(material.Files, StringComparer.Ordinal)
        {
            [CasePaths.Case] = Json(material.Case),
            [CasePaths.Attempts] = Json(material.Attempts),
            [CasePaths.Audit] = CaseAuditLine.Write(material.Audit),
            [CasePaths.Index] = CasePage.Of(material.Case, material.Attempts, material.Audit),
        };
        foreach (var (article, (document, bytes)) in material.Case.Articles.Zip(material.Documents))
        {
            files[article.Document] = bytes;
            files[article.Page] = CaseArticlePage.Of(article, document);
        }

        files[CasePaths.Sums] = CaseSums.Write(files);
        return files;
    }

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, CaseFile.Json);
}

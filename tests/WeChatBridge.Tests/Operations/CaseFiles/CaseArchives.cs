using System.IO.Compression;
using System.Text;
using System.Text.Json;
using WeChatBridge.Operations.CaseFiles;
using WeChatBridge.Publishing;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Operations.CaseFiles;

/// <summary>What somebody does with a case file in their hands.</summary>
internal static class CaseArchives
{
    public static Dictionary<string, byte[]> Unpack(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var content = new MemoryStream();
                using var stream = entry.Open();
                stream.CopyTo(content);
                return content.ToArray();
            });
    }

    /// <summary>Changes it, and makes the sums fit again.</summary>
    public static byte[] With(byte[] archive, Action<Dictionary<string, byte[]>> change, bool resum = true)
    {
        var files = Unpack(archive);
        change(files);
        if (resum)
        {
            files["SHA256SUMS"] = Encoding.UTF8.GetBytes(string.Concat(files.Where(file => file.Key != "SHA256SUMS")
                .OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{StoredFile.HashOf(file.Value)}  {file.Key}\n")));
        }

        return CaseArchive.Write(files);
    }

    /// <summary>Changes the facts or the ledger, and then every page and sum so that all fits: what a forger with this program would do.</summary>
    public static byte[] Forged(byte[] archive, string words, string others) => With(archive, files =>
    {
        var path = new[] { "case.json", "attempts.json" }.First(path => Encoding.UTF8.GetString(files[path]).Contains(words));
        files[path] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files[path]).Replace(words, others));
        var facts = CaseFile.Read(files["case.json"]);
        var attempts = JsonSerializer.Deserialize<List<CaseAttempt>>(files["attempts.json"], CaseFile.Json)!;
        foreach (var (list, bytes) in CasePack.ListsOf(facts, attempts, CaseAuditLine.Read(files["audit.jsonl"])))
        {
            files[list] = bytes;
        }

        foreach (var article in facts.Articles)
        {
            files[article.Page] = CaseArticlePage.Of(article, ArticleDocument.Read(files[article.Document]));
        }
    });

    /// <summary>What judging it by nothing but itself says.</summary>
    public static async Task<string?> OfflineAsync(byte[] archive) =>
        (await CaseCheck.JudgeAsync(archive, TestContext.Current.CancellationToken)).Refusal;
}

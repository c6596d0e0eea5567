using System.Text;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The list of all hashes, in the form that <c>sha256sum -c SHA256SUMS</c> reads on any machine.</summary>
internal static class CaseSums
{
    private const string Between = "  ";

    public static byte[] Write(IReadOnlyDictionary<string, byte[]> files) => Encoding.ASCII.GetBytes(string.Concat(
        files.Where(file => file.Key != CasePaths.Sums).OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => $"{StoredFile.HashOf(file.Value)}{Between}{file.Key}\n")));

    /// <summary>The first file that is not what the list says; null when all are, and none is left out.</summary>
    public static string? Misfit(IReadOnlyDictionary<string, byte[]> files)
    {
        if (!files.TryGetValue(CasePaths.Sums, out var list))
        {
            return CaseFileTexts.Missing.With(CasePaths.Sums);
        }

        var listed = new HashSet<string>();
        foreach (var line in Encoding.UTF8.GetString(list).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(Between, 2) is not [var hash, var path] || !listed.Add(path))
            {
                return CaseFileTexts.SumsUnreadable.With(line);
            }

            if (!files.TryGetValue(path, out var content))
            {
                return CaseFileTexts.Missing.With(path);
            }

            if (StoredFile.HashOf(content) != hash)
            {
                return CaseFileTexts.Changed.With(path);
            }
        }

        return files.Keys.Order(StringComparer.Ordinal).FirstOrDefault(path => path != CasePaths.Sums && !listed.Contains(path)) is { } extra
            ? CaseFileTexts.NotListed.With(extra)
            : null;
    }
}

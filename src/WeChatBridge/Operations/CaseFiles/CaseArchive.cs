using System.IO.Compression;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>
/// The archive itself: a .zip that is nothing but its contents. Names in order, one fixed time, nothing compressed: the same case has the
/// same bytes on every machine.
/// </summary>
internal static class CaseArchive
{
    private const long LargestContent = 512L * 1024 * 1024;
    private const int MostFiles = 2000;

    // A plain file that everybody may read and its owner may change, as Unix writes it.
    private const int PlainFile = unchecked((int)0x81A40000);

    // The earliest time the format can hold.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyDictionary<string, byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(path, CompressionLevel.NoCompression);
                entry.LastWriteTime = NoTime;
                entry.ExternalAttributes = PlainFile;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>What is in it, or the first thing that must not be. Everything stays in memory; no name of it becomes a path.</summary>
    public static async Task<Outcome<IReadOnlyDictionary<string, byte[]>>> ReadAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return await ReadAsync(archive, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return Refused(CaseFileTexts.NotAnArchive);
        }
    }

    private static async Task<Outcome<IReadOnlyDictionary<string, byte[]>>> ReadAsync(
        ZipArchive archive, CancellationToken cancellationToken)
    {
        if (archive.Entries.Count > MostFiles)
        {
            return Refused(CaseFileTexts.TooLarge);
        }

        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var left = LargestContent;
        foreach (var entry in archive.Entries)
        {
            if (!CasePaths.IsOne(entry.FullName))
            {
                return Refused(CaseFileTexts.StrangeName.With(entry.FullName));
            }

            // What the entry says of its length may be a lie.
            if (await ReadAsync(entry, left, cancellationToken) is not { } content)
            {
                return Refused(CaseFileTexts.TooLarge);
            }

            left -= content.Length;
            if (!files.TryAdd(entry.FullName, content))
            {
                return Refused(CaseFileTexts.TwiceThere.With(entry.FullName));
            }
        }

        return files;
    }

    private static async Task<byte[]?> ReadAsync(ZipArchiveEntry entry, long most, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await using var stream = await entry.OpenAsync(cancellationToken);
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (content.Length + read > most)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static Outcome<IReadOnlyDictionary<string, byte[]>> Refused(string sentence) =>
        Outcome<IReadOnlyDictionary<string, byte[]>>.Refused(sentence);
}

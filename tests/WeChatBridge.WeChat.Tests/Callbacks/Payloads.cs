namespace WeChatBridge.WeChat.Tests.Callbacks;

/// <summary>The files under payloads/: a new case is a new file.</summary>
internal static class Payloads
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "payloads", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    public static IEnumerable<string> In(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern)
            .Select(path => $"{folder}/{Path.GetFileName(path)}")
            .Order(StringComparer.Ordinal);
}

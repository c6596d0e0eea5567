namespace WeChatBridge.WeChat.Tests.Api;

/// <summary>One file of <c>payloads/api-calls</c>: what goes out, what the platform answers, and what the caller then holds.</summary>
/// <remarks>
/// First line: method, path and query. Then the body, a line <c>--- answer [content type]</c>, the answer, a line <c>--- value</c>, and the
/// value as JSON. Line ends are LF; a multipart boundary is written BOUNDARY.
/// </remarks>
internal sealed record RecordedCall(string Name, string Request, string Body, string ContentType, string Answer, string Value)
{
    public string Path => Request.Split(' ')[1].Split('?')[0];

    public static string Folder => System.IO.Path.Combine(AppContext.BaseDirectory, "payloads", "api-calls");

    public static IEnumerable<string> Names
        => Directory.EnumerateFiles(Folder, "*.txt").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).Order();

    public static RecordedCall Read(string name)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Folder, name + ".txt"));
        var answer = text.IndexOf("--- answer ", StringComparison.Ordinal);
        var value = text.IndexOf("--- value\n", StringComparison.Ordinal);
        var request = text[..answer].Split('\n', 2);
        var head = text[answer..value].Split('\n', 2);
        return new RecordedCall(
            name,
            request[0],
            request[1].TrimEnd('\n'),
            head[0]["--- answer ".Length..],
            head[1].TrimEnd('\n'),
            text[(value + "--- value\n".Length)..].TrimEnd('\n'));
    }
}

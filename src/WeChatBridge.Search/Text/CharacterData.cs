namespace WeChatBridge.Search.Text;

/// <summary>The embedded tables; <c>CharacterData/README.md</c> says where they come from.</summary>
internal static class CharacterData
{
    public static IReadOnlyList<string> Lines(string table)
    {
        using var stream = typeof(CharacterData).Assembly.GetManifestResourceStream(table)
            ?? throw new InvalidOperationException($"The table {table} is not embedded in the library.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}

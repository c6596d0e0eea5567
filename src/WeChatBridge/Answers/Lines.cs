namespace WeChatBridge.Answers;

/// <summary>Lines of one reply.</summary>
internal static class Lines
{
    public static string Join(params IEnumerable<string> lines) => string.Join('\n', lines);
}

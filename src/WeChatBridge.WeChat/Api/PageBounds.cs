namespace WeChatBridge.WeChat.Api;

/// <summary>The bounds that all the platform's batchget lists share.</summary>
internal static class PageBounds
{
    /// <summary>Most entries the platform returns at once.</summary>
    public const int MostPerPage = 20;

    /// <exception cref="ArgumentOutOfRangeException">Negative offset, or a count outside 1–20.</exception>
    public static void Check(int offset, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostPerPage);
    }
}

namespace WeChatBridge.Simulator.Api.Publishing;

/// <summary>Which articles of a message are deleted, one by one or all at once.</summary>
internal static class DeletedArticles
{
    /// <param name="deleted">Those deleted before, counted from 1.</param>
    /// <param name="index">1 for the first article, 0 for all of them.</param>
    /// <param name="count">How many articles the message has.</param>
    /// <returns>Null if there is no such article.</returns>
    public static IReadOnlyList<int>? With(IReadOnlyList<int> deleted, int index, int count) => index switch
    {
        0 => [.. Enumerable.Range(1, count)],
        > 0 when index <= count => [.. deleted.Append(index).Distinct().Order()],
        _ => null,
    };
}

using WeChatBridge.Accounts;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>How articles were read, as lines of text.</summary>
internal static class FigureLines
{
    /// <summary>Each article as it was counted last.</summary>
    public static string Newest(IReadOnlyList<ReadArticle> found, int days) => found.Count == 0
        ? PublishingTexts.FiguresNone.With(days)
        : string.Join('\n', found.SelectMany(one => Of(one, one.Days.TakeLast(1))));

    public static string EachDay(IReadOnlyList<ReadArticle> found) => string.Join('\n', found.SelectMany(one => Of(one, one.Days)));

    private static IEnumerable<string> Of(ReadArticle one, IEnumerable<ArticleFigures> days)
    {
        yield return PublishingTexts.LineFiguresHead.With(
            one.Publication.Id, one.Item.Position + 1, one.Item.Title, OfficeTime.Write(one.Publication.EndedAt ?? one.Publication.DueAt));
        foreach (var day in days)
        {
            yield return PublishingTexts.LineFigures.With(
                OfficeTime.Write(day.UpTo),
                day.Readers,
                day.Sharers,
                day.Likes,
                day.Comments,
                day.Collectors,
                OfficeTime.Write(day.FetchedAt));
        }

        if (one.Missing is { } why)
        {
            yield return PublishingTexts.LineFiguresMissing.With(why);
        }
    }
}

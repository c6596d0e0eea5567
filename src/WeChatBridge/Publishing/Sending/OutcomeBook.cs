using WeChatBridge.WeChat.Api.FreePublish;

namespace WeChatBridge.Publishing.Sending;

/// <summary>Writes into a publication what became of it. The same news a second time, or late, changes nothing.</summary>
internal static class OutcomeBook
{
    /// <param name="opened">The publication the task belongs to.</param>
    /// <param name="report">What the platform says.</param>
    /// <param name="how">How it was learnt, for the audit trail: event, asked, found.</param>
    public static void Apply(OpenPublication opened, TaskReport report, string how)
    {
        var publication = opened.Publication;
        var isAwaited = publication.State is PublicationState.Submitted or PublicationState.OutcomeUnknown;
        // Asked, the platform says of a mass send that it failed; why, only the event tells.
        var tellsWhy = publication.State == PublicationState.Refused && how == "event" && publication.StopWords != report.Words;
        switch (report.Ending)
        {
            // Whatever was thought meanwhile: it is out.
            case TaskEnding.Published when publication.State is not (PublicationState.Published or PublicationState.Withdrawn):
                publication.ComeOut(report.TaskId, report.ArticleId, opened.At);
                WriteItems(opened, report);
                opened.Note("publication.published", $"{how} {report.TaskId} {string.Join(' ', report.Urls.Values)}".TrimEnd());
                break;
            case TaskEnding.Published:
                if (WriteItems(opened, report) is { Count: > 0 } added)
                {
                    opened.Note("publication.address", $"{how} {report.TaskId} {string.Join(' ', added)}");
                }

                break;
            case TaskEnding.Refused when isAwaited || tellsWhy:
                WriteItems(opened, report);
                publication.BeRefused(report.Words, opened.At);
                opened.Note("publication.refused", $"{how} {report.TaskId}");
                break;
            case TaskEnding.NotConfirmed when isAwaited || tellsWhy:
                Setbacks.Stop(opened, StopReason.NotConfirmed, report.Words, $"{how} {report.TaskId}");
                break;
            case TaskEnding.TakenDown when isAwaited || publication.State == PublicationState.Published:
                publication.BeTakenBack(report.Words, opened.At);
                opened.Note("publication.taken-down", $"{how} {report.TaskId}");
                break;
        }
    }

    /// <summary>What a listed publication of the platform says, as the report that was missed.</summary>
    public static TaskReport Found(ListedPublication listed, string taskId) => new(SendingAct.Publish, taskId, TaskEnding.Published, "")
    {
        ArticleId = listed.ArticleId,
        Urls = (listed.Content?.NewsItem ?? []).Select((item, i) => (Place: i + 1, Url: item.Url ?? ""))
            .Where(one => one.Url.Length > 0).ToDictionary(one => one.Place, one => one.Url),
    };

    /// <summary>The addresses that were not known before.</summary>
    private static List<string> WriteItems(OpenPublication opened, TaskReport report)
    {
        var added = new List<string>();
        foreach (var item in opened.Items)
        {
            if (item.Url.Length == 0 && report.Urls.TryGetValue(item.Position + 1, out var url))
            {
                item.StandsAt(url);
                added.Add(url);
            }

            if (report.Failed.Contains(item.Position + 1))
            {
                item.Fail();
            }
        }

        return added;
    }
}

using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api.FreePublish;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.Publishing.Sending;

/// <summary>What the platform says became of a task, by event or when asked.</summary>
/// <param name="Act">Which kind of task: both kinds are numbered for themselves.</param>
/// <param name="TaskId">The platform's number of it.</param>
/// <param name="Ending">What became of it.</param>
/// <param name="Words">For a person, in Chinese; empty where there is nothing to say.</param>
internal sealed record TaskReport(SendingAct Act, string TaskId, TaskEnding Ending, string Words)
{
    /// <summary><c>article_id</c>; empty for mass sends.</summary>
    public string ArticleId { get; init; } = "";

    /// <summary>Addresses by place, from 1.</summary>
    public IReadOnlyDictionary<int, string> Urls { get; init; } = new Dictionary<int, string>();

    /// <summary>Places, from 1, of the articles that failed.</summary>
    public IReadOnlyList<int> Failed { get; init; } = [];

    /// <summary>How many a mass send was meant for and reached; null where nothing is said of that.</summary>
    public SentCounts? Counts { get; init; }

    /// <summary>What an event says; null for a message that is no such event.</summary>
    public static TaskReport? Of(InboundMessage message) => message switch
    {
        PublishFinishedEvent { Report: var report } => Of(report),
        MassSendFinishedEvent { Report: var report } => Of(report),
        _ => null,
    };

    /// <summary>What <c>freepublish/get</c> answers.</summary>
    public static TaskReport Of(string taskId, PublishState state) => OfPublish(taskId, (int)state.PublishStatus) with
    {
        ArticleId = state.ArticleId ?? "",
        Urls = state.ArticleDetail?.Item.DistinctBy(item => item.Idx).ToDictionary(item => item.Idx, item => item.ArticleUrl) ?? [],
        Failed = state.FailIdx,
    };

    /// <summary>What <c>mass/get</c> answers; it names no reasons and no addresses.</summary>
    public static TaskReport OfMassSend(string taskId, string status)
    {
        var (ending, words) = status.ToUpperInvariant() switch
        {
            "SEND_SUCCESS" => (TaskEnding.Published, ""),
            "SEND_FAIL" => (TaskEnding.Refused, SendingTexts.MassSendFailed),
            "DELETE" => (TaskEnding.TakenDown, SendingTexts.DeletedOnWebsite),
            _ => (TaskEnding.Running, ""),
        };
        return new TaskReport(SendingAct.MassSend, taskId, ending, words);
    }

    private static TaskReport Of(PublishReport report) => OfPublish(report.PublishId, report.Status) with
    {
        ArticleId = report.ArticleId ?? "",
        Urls = ByPlace(report.ArticleUrls),
        Failed = report.FailedIndexes,
    };

    // Its words: developers.weixin.qq.com/doc/subscription/guide/product/message/Batch_Sends.
    private static TaskReport Of(MassSendReport report)
    {
        var (ending, words) = report.Status.Replace(" ", "").ToLowerInvariant() switch
        {
            "sendsuccess" => (TaskEnding.Published, ""),
            "err(40001)" => (TaskEnding.NotConfirmed, SendingTexts.AdministratorDeclined),
            "err(40002)" => (TaskEnding.NotConfirmed, SendingTexts.AdministratorSilent),
            var status => (TaskEnding.Refused, SendingTexts.MassSendRefused.With(ReasonIn(status), report.Status)),
        };
        return new TaskReport(SendingAct.MassSend, report.MsgId, ending, words)
        {
            Urls = ByPlace(report.ArticleUrls),
            Counts = new SentCounts(report.TotalCount, report.FilterCount, report.SentCount, report.ErrorCount),
        };
    }

    private static TaskReport OfPublish(string taskId, int status)
    {
        var (ending, words) = status switch
        {
            0 => (TaskEnding.Published, ""),
            2 => (TaskEnding.Refused, SendingTexts.PublishNotOriginal),
            3 => (TaskEnding.Refused, SendingTexts.PublishFailed),
            4 => (TaskEnding.Refused, SendingTexts.PublishRejected),
            5 => (TaskEnding.TakenDown, SendingTexts.DeletedOnWebsite),
            6 => (TaskEnding.TakenDown, SendingTexts.BannedByPlatform),
            _ => (TaskEnding.Running, ""),
        };
        return new TaskReport(SendingAct.Publish, taskId, ending, words);
    }

    private static Dictionary<int, string> ByPlace(IReadOnlyList<ArticleUrl> urls) => urls
        .Where(url => url is { Index: not null, Url.Length: > 0 }).DistinctBy(url => url.Index)
        .ToDictionary(url => url.Index!.Value, url => url.Url!);

    private static string ReasonIn(string status) => status switch
    {
        "err(10001)" => "涉嫌广告",
        "err(20001)" => "涉嫌政治",
        "err(20002)" => "涉嫌色情",
        "err(20004)" => "涉嫌社会问题",
        "err(20006)" => "涉嫌违法犯罪",
        "err(20008)" => "涉嫌欺诈",
        "err(20013)" => "涉嫌版权问题",
        "err(22000)" => "涉嫌互推",
        "err(30001)" or "err(30002)" or "err(30003)" => "原创校验未通过",
        _ => "平台没有说明原因",
    };
}

/// <summary>Followers, as the platform counts them.</summary>
/// <param name="Meant">It was addressed to so many.</param>
/// <param name="Tried">So many were left after those who get nothing.</param>
/// <param name="Reached">It reached so many.</param>
/// <param name="Missed">It did not reach so many.</param>
internal sealed record SentCounts(int? Meant, int? Tried, int? Reached, int? Missed);

/// <summary>What became of a task.</summary>
internal enum TaskEnding
{
    /// <summary>Not ended yet.</summary>
    Running,
    Published,

    /// <summary>Nothing is out.</summary>
    Refused,

    /// <summary>The account's administrator declined or did not confirm in time (群发保护); nothing is out.</summary>
    NotConfirmed,

    /// <summary>It was out and is gone again: deleted on the website, or banned.</summary>
    TakenDown,
}

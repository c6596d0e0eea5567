namespace WeChatBridge.WeChat.Inbound;

/// <summary>PUBLISHJOBFINISH: a publication (发布) has ended, well or badly.</summary>
/// <remarks>
/// Source: developers.weixin.qq.com/doc/service/api/public/api_freepublish_submit. The spelling FREEPUBLISHJOBFINISH is taken too:
/// published samples use it.
/// </remarks>
public sealed record PublishFinishedEvent(InboundHeader Header, EventTrigger Trigger, PublishReport Report) : InboundEvent(Header, Trigger)
{
    private protected override string Substance => Report.PublishId;
}

/// <summary>What became of a publication.</summary>
/// <param name="PublishId">The publish_id the platform gave when it accepted the task.</param>
/// <param name="Status">
/// 0 published, 1 being published, 2 failed the check for originality, 3 failed, 4 rejected by the platform's review,
/// 5 published and then deleted by the account, 6 published and then banned.
/// </param>
/// <param name="ArticleId">The published message, by which it is later deleted; only when published.</param>
/// <param name="ArticleUrls">Where the articles stand; only when published.</param>
/// <param name="FailedIndexes">The places, from 1, of the articles that failed.</param>
public sealed record PublishReport(
    string PublishId, int Status, string? ArticleId, IReadOnlyList<ArticleUrl> ArticleUrls, IReadOnlyList<int> FailedIndexes);

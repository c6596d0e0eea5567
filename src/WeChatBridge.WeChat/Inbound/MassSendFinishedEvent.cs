namespace WeChatBridge.WeChat.Inbound;

/// <summary>MASSSENDJOBFINISH: a mass send (群发) is about to end.</summary>
/// <remarks>
/// The counts are approximate, and the sender is a system id, not a follower.
/// Source: developers.weixin.qq.com/doc/subscription/guide/product/message/Batch_Sends.
/// </remarks>
public sealed record MassSendFinishedEvent(InboundHeader Header, EventTrigger Trigger, MassSendReport Report)
    : InboundEvent(Header, Trigger)
{
    private protected override string Substance => Report.MsgId;
}

/// <summary>What became of a mass send.</summary>
/// <param name="MsgId">The msg_id the platform gave when it accepted the job.</param>
/// <param name="Status"><c>send success</c> (single followers may still have been missed), <c>send fail</c>, or <c>err(N)</c>.</param>
/// <param name="TotalCount">Followers in the audience.</param>
/// <param name="FilterCount">Followers left after the platform's filters; about sent and failed together.</param>
/// <param name="SentCount">Followers reached.</param>
/// <param name="ErrorCount">Followers not reached.</param>
/// <param name="Copyright">The check for reprints, when there was one.</param>
/// <param name="ArticleUrls">Where the articles stand; empty for anything but articles.</param>
public sealed record MassSendReport(
    string MsgId,
    string Status,
    int? TotalCount,
    int? FilterCount,
    int? SentCount,
    int? ErrorCount,
    CopyrightCheck? Copyright,
    IReadOnlyList<ArticleUrl> ArticleUrls);

/// <summary>Where one article of a message stands.</summary>
/// <param name="Index">Its place in the message, from 1.</param>
/// <param name="Url">Its permanent address.</param>
public sealed record ArticleUrl(int? Index, string? Url);

/// <summary>CopyrightCheckResult.</summary>
/// <param name="CheckState">1 not a reprint, 2 a reprint that may be sent, 3 a reprint that may not.</param>
/// <param name="Articles">The check of each article.</param>
public sealed record CopyrightCheck(int? CheckState, IReadOnlyList<ArticleCopyright> Articles);

/// <summary>The check of one article for being a reprint.</summary>
/// <param name="Index">Its place in the message, from 1.</param>
/// <param name="UserDeclareState">What we declared: 0 nothing, 1 original, 2 reprint.</param>
/// <param name="AuditState">0 not checked, 1 being checked, 11 passed, anything else failed.</param>
/// <param name="OriginalArticleUrl">The article it was found to repeat.</param>
/// <param name="OriginalArticleType">1 original, 2 an older one not declared original, 3 news, 4 blacklisted.</param>
/// <param name="CanReprint">1 if its author allows reprints.</param>
/// <param name="NeedReplaceContent">1 if the platform replaces the text by the original's.</param>
/// <param name="NeedShowReprintSource">1 if the source is shown.</param>
public sealed record ArticleCopyright(
    int? Index,
    int? UserDeclareState,
    int? AuditState,
    string? OriginalArticleUrl,
    int? OriginalArticleType,
    int? CanReprint,
    int? NeedReplaceContent,
    int? NeedShowReprintSource);

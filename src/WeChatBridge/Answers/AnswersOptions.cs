namespace WeChatBridge.Answers;

/// <summary>How answers look (configuration section <c>Answers</c>).</summary>
internal sealed record AnswersOptions
{
    public const string Section = "Answers";

    /// <summary>
    /// Whether choices can be tapped (<c>weixin://bizmsgmenu</c> links). Off until the office has seen them work on its own account: where
    /// they are not rendered, the follower reads raw markup.
    /// </summary>
    public bool TappableLinks { get; init; }

    /// <summary>A guide that was last checked longer ago than this, in months, is shown with that day (核对日期).</summary>
    public int GuideCheckMonths { get; init; } = 6;
}

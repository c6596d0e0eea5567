namespace WeChatBridge.Reviews;

/// <summary>How far a review has come.</summary>
internal enum ReviewState
{
    Open,
    Returned,
    Rejected,
    Passed,
    Withdrawn,

    /// <summary>The version was changed: what was said of it holds no more.</summary>
    Superseded,
}

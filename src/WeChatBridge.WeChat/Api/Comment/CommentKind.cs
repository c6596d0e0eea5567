namespace WeChatBridge.WeChat.Api.Comment;

/// <summary>Which comments to list.</summary>
public enum CommentKind
{
    /// <summary>普通评论 and 精选评论.</summary>
    All = 0,

    /// <summary>普通评论.</summary>
    Normal = 1,

    /// <summary>精选评论, those readers see.</summary>
    Elected = 2,
}

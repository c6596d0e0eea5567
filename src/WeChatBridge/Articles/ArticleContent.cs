using WeChatBridge.Articles.Disclosure;

namespace WeChatBridge.Articles;

/// <summary>All that a version of an article (稿件) says and shows: what is checked, hashed, reviewed and sent.</summary>
internal sealed record ArticleContent
{
    public string Title { get; init; } = "";

    public string Author { get; init; } = "";

    /// <summary>摘要; empty lets the platform take the first 54 characters of the body.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Clean HTML, as <see cref="Body.BodyCleaning"/> makes it.</summary>
    public string BodyHtml { get; init; } = "";

    public ArticleCover? Cover { get; init; }

    /// <summary>阅读原文.</summary>
    public string SourceLink { get; init; } = "";

    /// <summary>Whether it was first published by somebody else (转载).</summary>
    public bool IsRepost { get; init; }

    /// <summary>Who published it first (稿源).</summary>
    public string RepostedFrom { get; init; } = "";

    public bool CommentsOpen { get; init; }

    public bool OnlyFollowersComment { get; init; }

    public IReadOnlyList<ArticleAttachment> Attachments { get; init; } = [];

    public DisclosureFacts Disclosure { get; init; } = new();
}

/// <summary>The cover picture (封面).</summary>
/// <param name="Hash">The SHA-256 of its bytes.</param>
/// <param name="FileName">The name it was handed in with.</param>
internal sealed record ArticleCover(string Hash, string FileName);

/// <summary>A file offered with an article (附件).</summary>
/// <param name="Hash">The SHA-256 of its bytes.</param>
/// <param name="FileName">The name readers see.</param>
/// <param name="Text">Its text for the checks; null where it cannot be read by a machine, and a person must look.</param>
internal sealed record ArticleAttachment(string Hash, string FileName, string? Text);

/// <summary>A part of an article, as people point at it.</summary>
internal enum ArticleField
{
    Title,
    Author,
    Digest,
    Body,
    Picture,
    Cover,
    SourceLink,
    Attachment,
    Disclosure,

    /// <summary>Several articles sent as one message.</summary>
    Message,
}

using WeChatBridge.Publishing;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>All that a person decides about an article while writing: what it says, what is done with it, and for whom.</summary>
/// <param name="Content">What it says and shows.</param>
/// <param name="Act">What is to be done with it.</param>
/// <param name="AudienceTag">The tag (标签) of the followers it goes to; null for everybody, and for acts without an audience.</param>
internal sealed record ArticleDraft(ArticleContent Content, SendingAct Act = SendingAct.Publish, int? AudienceTag = null)
{
    /// <summary>Why it cannot even be kept so, as a sentence; null when it can. The platform's limits are told and do not stand here.</summary>
    public string? Objection() => AudienceTag is not null && Act != SendingAct.MassSend ? ArticleTexts.AudienceWithoutMassSend : null;

    /// <summary>Without what nobody meant to write: blanks around a line, a choice that says nothing.</summary>
    public ArticleDraft Tidied() => this with
    {
        Content = Content with
        {
            Title = Content.Title.Trim(),
            Author = Content.Author.Trim(),
            Digest = Content.Digest.Trim(),
            SourceLink = Content.SourceLink.Trim(),
            RepostedFrom = Content.RepostedFrom.Trim(),
            OnlyFollowersComment = Content.CommentsOpen && Content.OnlyFollowersComment,
            Disclosure = Content.Disclosure with
            {
                IssuingBody = Content.Disclosure.IssuingBody.Trim(),
                CatalogueNumber = Content.Disclosure.CatalogueNumber.Trim(),
                Grounds = Content.Disclosure.Grounds.Trim(),
            },
        },
    };

    /// <summary>The document that is examined and sent.</summary>
    /// <param name="accountKey">The account it is written for.</param>
    /// <param name="dueOn">The last day on which it must be public, as reckoned now.</param>
    public ArticleDocument Freeze(string accountKey, DateOnly? dueOn) => new()
    {
        AccountKey = accountKey,
        Act = Act,
        AudienceTag = AudienceTag,
        Title = Content.Title,
        Author = Content.Author,
        Digest = Content.Digest,
        BodyHtml = Content.BodyHtml,
        Cover = Content.Cover is { } cover ? new DocumentFile(cover.Hash, cover.FileName) : null,
        SourceLink = Content.SourceLink,
        IsRepost = Content.IsRepost,
        RepostedFrom = Content.RepostedFrom,
        CommentsOpen = Content.CommentsOpen,
        OnlyFollowersComment = Content.OnlyFollowersComment,
        // The text of an attachment follows from its bytes, and a better reader must not void an approval.
        Attachments = [.. Content.Attachments.Select(attachment => new DocumentFile(attachment.Hash, attachment.FileName))],
        Disclosure = new DocumentDisclosure
        {
            Class = $"{Content.Disclosure.Class}",
            CatalogueNumber = Content.Disclosure.CatalogueNumber,
            IssuingBody = Content.Disclosure.IssuingBody,
            FormedOn = Content.Disclosure.FormedOn,
            ChangedOn = Content.Disclosure.ChangedOn,
            Visibility = $"{Content.Disclosure.Visibility}",
            Grounds = Content.Disclosure.Grounds,
            DueOn = dueOn,
        },
    };

    /// <summary>Whether the two give one and the same document: saving the one over the other changes nothing.</summary>
    public bool ReadsLike(ArticleDraft other) => Freeze("", null).Hash() == other.Freeze("", null).Hash();
}

using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;

namespace WeChatBridge.Publishing.Sending;

/// <summary>Makes of frozen documents what the platform calls a draft; their pictures are brought there first.</summary>
internal sealed class DraftComposition(PictureUploads pictures)
{
    /// <summary>The articles of the message; null where a picture could not be brought there.</summary>
    public async Task<IReadOnlyList<DraftArticle>?> ComposeAsync(
        IUploads uploads, WeChatApi api, IReadOnlyList<ArticleDocument> documents, CancellationToken cancellationToken)
    {
        var articles = new List<DraftArticle>();
        foreach (var document in documents)
        {
            if (await ArticleAsync(uploads, api, document, documents.Count == 1, cancellationToken) is not { } article)
            {
                return null;
            }

            articles.Add(article);
        }

        return articles;
    }

    private async Task<DraftArticle?> ArticleAsync(
        IUploads uploads, WeChatApi api, ArticleDocument document, bool isAlone, CancellationToken cancellationToken)
    {
        if (await pictures.BodyAsync(uploads, api, document, cancellationToken) is not { } addresses
            || await pictures.CoverAsync(uploads, api, document, cancellationToken) is not { } cover)
        {
            return null;
        }

        return new DraftArticle
        {
            Title = document.Title,
            Author = document.Author.Length > 0 ? document.Author : null,
            Digest = isAlone && document.Digest.Length > 0 ? document.Digest : null,
            Content = SentBody.Read(document.BodyHtml).With(addresses),
            ContentSourceUrl = document.SourceLink.Length > 0 ? document.SourceLink : null,
            ThumbMediaId = cover,
            NeedOpenComment = document.CommentsOpen,
            OnlyFansCanComment = document is { CommentsOpen: true, OnlyFollowersComment: true },
        };
    }
}

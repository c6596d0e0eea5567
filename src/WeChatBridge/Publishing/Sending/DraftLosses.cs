using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api.Draft;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Compares what the platform holds with what was frozen. What it changes in markup without a reader missing anything (order of
/// attributes, marks of its own, ids) is none of our concern.
/// </summary>
internal static class DraftLosses
{
    /// <summary>A Chinese sentence for each thing a reader would miss.</summary>
    public static IReadOnlyList<string> Between(IReadOnlyList<ArticleDocument> sent, NewsContent kept) => sent.Count != kept.NewsItem.Count
        ? [SendingTexts.LostArticles.With(sent.Count, kept.NewsItem.Count)]
        : [.. sent.Zip(kept.NewsItem).SelectMany(pair => Between(pair.First, pair.Second, sent.Count == 1))];

    /// <summary>Whether it is this message, judged by its titles and words.</summary>
    public static bool IsSame(IReadOnlyList<ArticleDocument> sent, NewsContent? kept) => kept is not null
        && sent.Count == kept.NewsItem.Count
        && sent.Zip(kept.NewsItem).All(pair => Same(pair.First.Title, pair.Second.Title)
            && SentBody.Read(pair.First.BodyHtml).Words == SentBody.Read(pair.Second.Content ?? "").Words);

    private static IEnumerable<string> Between(ArticleDocument sent, NewsItem kept, bool isAlone)
    {
        var (ours, theirs) = (SentBody.Read(sent.BodyHtml), SentBody.Read(kept.Content ?? ""));
        (bool IsLost, string Words)[] looks =
        [
            (!Same(sent.Title, kept.Title), SendingTexts.LostTitle),
            (!Same(sent.Author, kept.Author), SendingTexts.LostAuthor),
            // Only a message of one article has a digest, and one that was left empty is the platform's to fill.
            (isAlone && sent.Digest.Length > 0 && !Same(sent.Digest, kept.Digest), SendingTexts.LostDigest),
            (ours.Words != theirs.Words, SendingTexts.LostWords.With(ours.Words.Length, theirs.Words.Length)),
            (ours.PictureCount != theirs.PictureCount, SendingTexts.LostPictures.With(ours.PictureCount, theirs.PictureCount)),
            (!ours.Links.SequenceEqual(theirs.Links), SendingTexts.LostLinks.With(ours.Links.Count, theirs.Links.Count)),
            (ours.CellCount != theirs.CellCount, SendingTexts.LostCells.With(ours.CellCount, theirs.CellCount)),
            (!Same(sent.SourceLink, kept.ContentSourceUrl), SendingTexts.LostSourceLink),
            (sent.CommentsOpen != kept.NeedOpenComment, SendingTexts.LostCommentSwitch),
            (sent.CommentsOpen && sent.OnlyFollowersComment != kept.OnlyFansCanComment, SendingTexts.LostCommentSwitch),
        ];
        return looks.Where(look => look.IsLost).Select(look => SendingTexts.LostInArticle.With(sent.Title, look.Words)).Distinct();
    }

    private static bool Same(string ours, string? theirs) => ours.Trim() == (theirs ?? "").Trim();
}

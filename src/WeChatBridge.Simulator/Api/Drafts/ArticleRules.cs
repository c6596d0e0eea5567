using System.Globalization;
using System.Text;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Api.Media;

namespace WeChatBridge.Simulator.Api.Drafts;

/// <summary>
/// What the platform lets into the draft box (api_draft_add). Lengths in characters (字) are counted in Unicode code points; for the
/// digest the page says 128, an older copy 120.
/// </summary>
internal static class ArticleRules
{
    /// <summary>The old console rule; today's pages name no number.</summary>
    public const int MostArticles = 8;

    private const int LongestTitle = 32;
    private const int LongestAuthor = 16;
    private const int LongestDigest = 128;
    private const int ContentLimit = 20_000;
    private const int ContentBytesLimit = 1024 * 1024;
    private const int LongestSourceUrlBytes = 1024;
    private const int MostPictures = 20;

    /// <summary>Looks at the article as it was sent, before its body is filtered.</summary>
    public static ErrorCode Check(DraftArticle article, MediaLibrary media)
    {
        if (Characters(article.Title) is 0 or > LongestTitle)
        {
            return ErrorCode.TitleTooLong;
        }

        return Characters(article.Author) > LongestAuthor ? ErrorCode.AuthorTooLong
            : Characters(article.Digest) > LongestDigest ? ErrorCode.DigestTooLong
            : Encoding.UTF8.GetByteCount(article.ContentSourceUrl) > LongestSourceUrlBytes ? ErrorCode.UrlTooLong
            : CheckContent(article) is not ErrorCode.Ok and var content ? content
            : CheckPictures(article, media);
    }

    private static ErrorCode CheckContent(DraftArticle article)
    {
        var tooLong = Characters(article.Content) >= ContentLimit || Encoding.UTF8.GetByteCount(article.Content) >= ContentBytesLimit;
        return tooLong ? ErrorCode.ContentTooLong
            : article.ArticleType == DraftArticle.News && !ArticleHtml.HasSubstance(article.Content) ? ErrorCode.InvalidContent
            : ErrorCode.Ok;
    }

    private static ErrorCode CheckPictures(DraftArticle article, MediaLibrary media)
    {
        IReadOnlyList<string> needed = article.ArticleType == DraftArticle.NewsPicture ? article.ImageMediaIds : [article.ThumbMediaId];
        return article.ArticleType is not (DraftArticle.News or DraftArticle.NewsPicture) ? ErrorCode.InvalidParameter
            : needed.Count is 0 or > MostPictures || !needed.All(media.HoldsPermanentImage) ? ErrorCode.InvalidMediaId
            : IsCropping(article.WideCropping) && IsCropping(article.SquareCropping) ? ErrorCode.Ok
            : ErrorCode.InvalidCropping;
    }

    private static bool IsCropping(string cropping)
    {
        if (cropping.Length == 0)
        {
            return true;
        }

        var corners = cropping.Split('_').Select(part =>
            double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var corner) ? corner : double.NaN);
        return corners.ToArray() is [>= 0 and var left, >= 0 and var top, <= 1 and var right, <= 1 and var bottom]
            && left < right
            && top < bottom;
    }

    private static int Characters(string text) => text.EnumerateRunes().Count();
}

using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Api.Media;

namespace WeChatBridge.Simulator.Api.Drafts;

/// <summary>Articles as draft and freepublish write them.</summary>
internal static class ArticleJson
{
    private const int DigestFromBody = 54;

    public static DraftArticle Read(JsonObject json, bool single)
    {
        var article = new DraftArticle
        {
            ArticleType = json.Text("article_type") is { Length: > 0 } type ? type : DraftArticle.News,
            Title = json.Text("title"),
            Author = json.Text("author"),
            Digest = json.Text("digest"),
            Content = json.Text("content"),
            ContentSourceUrl = json.Text("content_source_url"),
            ThumbMediaId = json.Text("thumb_media_id"),
            NeedOpenComment = json.Flag("need_open_comment"),
            OnlyFansCanComment = json.Flag("only_fans_can_comment"),
            WideCropping = json.Text("pic_crop_235_1"),
            SquareCropping = json.Text("pic_crop_1_1"),
            ImageMediaIds = [.. json.Object("image_info").Objects("image_list").Select(image => image.Text("image_media_id"))],
        };
        // Only a single article shows a digest; without one, the first characters of its text serve.
        return single && article.Digest.Length == 0
            ? article with { Digest = FirstCharacters(ArticleHtml.Text(article.Content)) }
            : article;
    }

    public static JsonObject Write(DraftArticle article, MediaLibrary media, string url)
    {
        var json = new JsonObject
        {
            ["article_type"] = article.ArticleType,
            ["title"] = article.Title,
            ["author"] = article.Author,
            ["digest"] = article.Digest,
            ["content"] = article.Content,
            ["content_source_url"] = article.ContentSourceUrl,
            ["thumb_media_id"] = article.ThumbMediaId,
            ["show_cover_pic"] = 0,
            ["url"] = url,
            ["thumb_url"] = CoverUrl(article, media),
            ["need_open_comment"] = article.NeedOpenComment ? 1 : 0,
            ["only_fans_can_comment"] = article.OnlyFansCanComment ? 1 : 0,
        };
        if (article.ArticleType == DraftArticle.NewsPicture)
        {
            var images = article.ImageMediaIds.Select(id => (JsonNode)new JsonObject { ["image_media_id"] = id });
            json["image_info"] = new JsonObject { ["image_list"] = new JsonArray([.. images]) };
        }

        return json;
    }

    /// <summary>The <c>content</c> of a batchget item; <c>no_content</c> blanks the bodies only.</summary>
    public static JsonObject Content(JsonArray newsItems, DateTimeOffset createdAt, DateTimeOffset updatedAt, bool withoutBodies)
    {
        foreach (var item in withoutBodies ? newsItems.OfType<JsonObject>() : [])
        {
            item["content"] = "";
        }

        return new JsonObject
        {
            ["news_item"] = newsItems,
            ["create_time"] = createdAt.ToUnixTimeSeconds(),
            ["update_time"] = updatedAt.ToUnixTimeSeconds(),
        };
    }

    public static string CoverUrl(DraftArticle article, MediaLibrary media) => media.Find(article.CoverMediaId)?.Url ?? "";

    private static string FirstCharacters(string text) => string.Concat(text.EnumerateRunes().Take(DigestFromBody));
}

using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Api.Drafts;

namespace WeChatBridge.Simulator.Api.Publishing;

/// <summary>freepublish/*: withdrawn from unverified accounts in July 2025 (48001).</summary>
internal static class FreePublishEndpoints
{
    private const int MostPerPage = 20;

    public static readonly ApiEndpoint[] All =
    [
        Verified("submit", Submit, 100),
        Verified("get", Status, 100),
        Verified("delete", Delete, 10),
        Verified("getarticle", Article, 100),
        Verified("batchget", List, 100),
    ];

    private static ApiEndpoint Verified(string name, Func<ApiCall, ApiAnswer> act, int dailyLimit) =>
        ApiEndpoint.Post($"/cgi-bin/freepublish/{name}", act) with
        {
            Right = ApiRight.Verified,
            DailyLimit = dailyLimit,
            LabelledAsText = true,
        };

    private static ApiAnswer Submit(ApiCall call)
    {
        if (call.Account.Drafts.Find(call.Body.Text("media_id")) is not { } draft)
        {
            return ErrorCode.InvalidMediaId;
        }

        var publication = call.Account.Publications.Submit(draft);
        return ApiAnswer.Done(new JsonObject { ["publish_id"] = publication.PublishId, ["msg_data_id"] = publication.MessageDataId });
    }

    private static ApiAnswer Status(ApiCall call)
    {
        if (call.Account.Publications.Find(call.Body.Text("publish_id")) is not { } publication)
        {
            return ErrorCode.InvalidParameter;
        }

        var answer = new JsonObject
        {
            ["publish_id"] = publication.PublishId,
            ["publish_status"] = (int)publication.Status,
        };
        if (publication.Status == PublishStatus.Success)
        {
            answer["article_id"] = publication.ArticleId;
            answer["article_detail"] = Addresses(publication);
        }

        answer["fail_idx"] = new JsonArray([.. publication.FailedIndexes.Select(index => (JsonNode)index)]);
        return answer;
    }

    private static JsonObject Addresses(Publication publication)
    {
        var items = publication.Articles.Select((_, i) => new JsonObject { ["idx"] = i + 1, ["article_url"] = publication.Url(i) });
        return new JsonObject { ["count"] = publication.Articles.Count, ["item"] = new JsonArray([.. items]) };
    }

    private static ApiAnswer Delete(ApiCall call) => FindArticle(call) is not { } publication ? ErrorCode.InvalidMediaId
        : call.Account.Publications.Delete(publication, call.Body.Number("index") ?? 0) ? ErrorCode.Ok
        : ErrorCode.InvalidIndex;

    private static ApiAnswer Article(ApiCall call) => FindArticle(call) is { } publication
        ? new JsonObject { ["news_item"] = publication.NewsItems(call.Account.Media) }
        : ErrorCode.InvalidMediaId;

    private static ApiAnswer List(ApiCall call) => PageRequest.Read(call.Body, MostPerPage) is { } page
        ? page.Answer([.. Published(call).OrderByDescending(publication => publication.FinishedAt)], item => Describe(item, call))
        : ErrorCode.InvalidParameter;

    private static Publication? FindArticle(ApiCall call) => call.Account.Publications.FindArticle(call.Body.Text("article_id"));

    private static IEnumerable<Publication> Published(ApiCall call) =>
        call.Account.Publications.All.Where(publication => publication.Status == PublishStatus.Success);

    private static JsonObject Describe(Publication publication, ApiCall call)
    {
        var finishedAt = publication.FinishedAt ?? publication.SubmittedAt;
        var items = publication.NewsItems(call.Account.Media);
        return new JsonObject
        {
            ["article_id"] = publication.ArticleId,
            ["content"] = ArticleJson.Content(items, publication.SubmittedAt, finishedAt, call.Body.Flag("no_content")),
            ["update_time"] = finishedAt.ToUnixTimeSeconds(),
        };
    }
}

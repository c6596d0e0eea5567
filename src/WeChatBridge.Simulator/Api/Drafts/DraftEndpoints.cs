using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Drafts;

/// <summary>draft/*: open to every kind of account.</summary>
internal static class DraftEndpoints
{
    private const int MostPerPage = 20;

    public static readonly ApiEndpoint[] All =
    [
        ApiEndpoint.Post("/cgi-bin/draft/add", Add) with { DailyLimit = 1000 },
        ApiEndpoint.Post("/cgi-bin/draft/update", Update) with { DailyLimit = 1000 },
        ApiEndpoint.Post("/cgi-bin/draft/get", Get) with { DailyLimit = 500, LabelledAsText = true },
        ApiEndpoint.Post("/cgi-bin/draft/delete", Delete) with { DailyLimit = 1000 },
        ApiEndpoint.Post("/cgi-bin/draft/batchget", List) with { DailyLimit = 1000, LabelledAsText = true },
        ApiEndpoint.Get("/cgi-bin/draft/count", Count) with { DailyLimit = 1000 },
    ];

    private static ApiAnswer Add(ApiCall call)
    {
        var sent = call.Body.Objects("articles");
        if (sent.Count is 0 or > ArticleRules.MostArticles)
        {
            return sent.Count == 0 ? ErrorCode.EmptyArticles : ErrorCode.TooManyArticles;
        }

        List<DraftArticle> articles = [.. sent.Select(article => ArticleJson.Read(article, single: sent.Count == 1))];
        foreach (var article in articles)
        {
            var code = ArticleRules.Check(article, call.Account.Media);
            if (code != ErrorCode.Ok)
            {
                return code;
            }
        }

        return new JsonObject { ["media_id"] = call.Account.Drafts.Add([.. articles.Select(Filtered)]).MediaId };
    }

    private static ApiAnswer Update(ApiCall call)
    {
        if (Find(call) is not { } draft)
        {
            return ErrorCode.InvalidMediaId;
        }

        var index = call.Body.Number("index") ?? 0;
        if (index < 0 || index >= draft.Articles.Count)
        {
            return ErrorCode.InvalidIndex;
        }

        var article = ArticleJson.Read(call.Body.Object("articles"), single: draft.Articles.Count == 1);
        var code = ArticleRules.Check(article, call.Account.Media);
        if (code == ErrorCode.Ok)
        {
            call.Account.Drafts.Replace(draft, index, Filtered(article));
        }

        return code;
    }

    private static ApiAnswer Get(ApiCall call) => Find(call) is { } draft
        ? ArticleJson.Content(draft.NewsItems(call.Account.Media), draft.CreatedAt, draft.UpdatedAt, withoutBodies: false)
        : ErrorCode.InvalidMediaId;

    private static ApiAnswer Delete(ApiCall call) =>
        call.Account.Drafts.Remove(call.Body.Text("media_id")) ? ErrorCode.Ok : ErrorCode.InvalidMediaId;

    private static ApiAnswer List(ApiCall call) => PageRequest.Read(call.Body, MostPerPage) is { } page
        ? page.Answer(call.Account.Drafts.All, draft => Describe(draft, call))
        : ErrorCode.InvalidParameter;

    private static ApiAnswer Count(ApiCall call) => new JsonObject { ["total_count"] = call.Account.Drafts.All.Count };

    private static Draft? Find(ApiCall call) => call.Account.Drafts.Find(call.Body.Text("media_id"));

    private static DraftArticle Filtered(DraftArticle article) => article with { Content = ArticleHtml.Filter(article.Content) };

    private static JsonObject Describe(Draft draft, ApiCall call)
    {
        var items = draft.NewsItems(call.Account.Media);
        return new JsonObject
        {
            ["media_id"] = draft.MediaId,
            ["content"] = ArticleJson.Content(items, draft.CreatedAt, draft.UpdatedAt, call.Body.Flag("no_content")),
            ["update_time"] = draft.UpdatedAt.ToUnixTimeSeconds(),
        };
    }
}

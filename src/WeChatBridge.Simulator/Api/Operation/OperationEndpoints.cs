using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Api.Tokens;

namespace WeChatBridge.Simulator.Api.Operation;

/// <summary>Addresses of the platform, the callback check, quotas and the look-up of a rid.</summary>
internal static class OperationEndpoints
{
    public static readonly ApiEndpoint[] All =
    [
        ApiEndpoint.Get("/cgi-bin/getcallbackip", _ => Addresses()),
        ApiEndpoint.Get("/cgi-bin/get_api_domain_ip", _ => Addresses()),
        ApiEndpoint.Post("/cgi-bin/callback/check", CheckCallback),
        ApiEndpoint.Post("/cgi-bin/clear_quota", ClearQuota),
        ApiEndpoint.Post("/cgi-bin/clear_quota/v2", ClearQuotaBySecret) with { BySecret = true },
        ApiEndpoint.Post("/cgi-bin/openapi/quota/get", QuotaOf),
        ApiEndpoint.Post("/cgi-bin/openapi/quota/clear", ClearQuotaOf),
        ApiEndpoint.Post("/cgi-bin/openapi/rid/get", RequestBehind),
    ];

    // Callbacks of the simulator come from the machine it runs on, and so does its API.
    private static JsonObject Addresses() => new() { ["ip_list"] = new JsonArray("127.0.0.1", "::1") };

    private static ApiAnswer CheckCallback(ApiCall call)
    {
        var action = call.Body.Text("action");
        var from = call.Body.Text("check_operator");
        if (action is not ("dns" or "ping" or "all") || from is not ("CHINANET" or "UNICOM" or "CAP" or "DEFAULT"))
        {
            return ErrorCode.InvalidParameter;
        }

        var answer = new JsonObject();
        if (action is "dns" or "all")
        {
            answer["dns"] = new JsonArray(new JsonObject { ["ip"] = "127.0.0.1", ["real_operator"] = "CAP" });
        }

        if (action is "ping" or "all")
        {
            answer["ping"] = new JsonArray(new JsonObject
            {
                ["ip"] = "127.0.0.1",
                ["from_operator"] = from == "DEFAULT" ? "CAP" : from,
                ["package_loss"] = "0%",
                ["time"] = "1.079ms",
            });
        }

        return answer;
    }

    private static ApiAnswer ClearQuota(ApiCall call) => call.Body.Text("appid") == call.Account.Account.Settings.AppId
        ? call.Account.Quotas.ClearAll()
        : ErrorCode.InvalidAppId;

    private static ApiAnswer ClearQuotaBySecret(ApiCall call) =>
        TokenEndpoints.RefuseSecret(call, call.Body.Text("appsecret")) ?? call.Account.Quotas.ClearAll();

    private static ApiAnswer QuotaOf(ApiCall call)
    {
        if (FindPath(call, out var endpoint) is { } refusal)
        {
            return refusal;
        }

        var used = call.Account.Quotas.UsedToday(endpoint!.Path);
        var answer = new JsonObject
        {
            ["quota"] = new JsonObject
            {
                ["daily_limit"] = endpoint.DailyLimit,
                ["used"] = used,
                ["remain"] = Math.Max(0, endpoint.DailyLimit - used),
            },
        };
        if (endpoint.MinuteLimit is { } perMinute)
        {
            answer["rate_limit"] = new JsonObject { ["call_count"] = perMinute, ["refresh_second"] = 60 };
        }

        return ApiAnswer.Done(answer);
    }

    private static ApiAnswer ClearQuotaOf(ApiCall call) =>
        FindPath(call, out var endpoint) ?? (ApiAnswer)call.Account.Quotas.ClearOne(endpoint!.Path);

    private static ApiAnswer? FindPath(ApiCall call, out ApiEndpoint? endpoint)
    {
        var path = call.Body.Text("cgi_path");
        endpoint = ApiTable.Endpoints.GetValueOrDefault(path);
        if (!path.StartsWith('/'))
        {
            return ErrorCode.CgiPathWithoutSlash;
        }

        return endpoint is null ? ErrorCode.InvalidCgiPath : null;
    }

    private static ApiAnswer RequestBehind(ApiCall call)
    {
        var rid = call.Body.Text("rid");
        if (call.Account.Traces.Find(rid) is { } request)
        {
            return ApiAnswer.Done(new JsonObject { ["request"] = request });
        }

        var foreign = call.Account.Account.Platform.Accounts.Any(account => account.Api.Traces.Find(rid) is not null);
        return foreign ? ErrorCode.ForeignRid : ErrorCode.InvalidRid;
    }
}

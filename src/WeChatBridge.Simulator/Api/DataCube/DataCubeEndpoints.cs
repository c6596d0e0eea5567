using System.Globalization;
using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.DataCube;

/// <summary>datacube/*: the reports of 2025 and those that stayed, with the longest span in days each of them takes.</summary>
internal static class DataCubeEndpoints
{
    public static readonly ApiEndpoint[] All =
    [
        Report("getarticleread", 1),
        Report("getarticleshare", 1),
        Report("getarticletotaldetail", 1),
        Report("getbizsummary", 30),
        Report("getusersummary", 7),
        Report("getusercumulate", 7),
        Report("getupstreammsg", 7),
        Report("getinterfacesummary", 30),
    ];

    private static ApiEndpoint Report(string name, int longestSpan) =>
        ApiEndpoint.Post($"/datacube/{name}", call => Rows(call, name, longestSpan)) with { Right = ApiRight.Verified };

    private static ApiAnswer Rows(ApiCall call, string name, int longestSpan)
    {
        if (Day(call, "begin_date") is not { } first || Day(call, "end_date") is not { } last)
        {
            return ErrorCode.DateFormat;
        }

        if (last < first || last.DayNumber - first.DayNumber >= longestSpan)
        {
            return ErrorCode.DateRange;
        }

        var statistics = call.Account.Statistics;
        return last > statistics.LastReadyDay
            ? ErrorCode.NotReady
            : new JsonObject { ["list"] = statistics.Rows(name, first, last), ["is_delay"] = false };
    }

    private static DateOnly? Day(ApiCall call, string name) => DateOnly.TryParseExact(
        call.Body.Text(name),
        "yyyy-MM-dd",
        CultureInfo.InvariantCulture,
        DateTimeStyles.None,
        out var day) ? day : null;
}

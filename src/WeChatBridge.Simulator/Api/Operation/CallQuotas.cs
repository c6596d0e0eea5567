using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Operation;

/// <summary>How often an account called which address: per day and per minute in Beijing time, and what resets it.</summary>
public sealed class CallQuotas(TimeProvider clock, Lock gate)
{
    private const int ClearsOfAllPerMonth = 10;
    private const int ClearsOfOnePerMonth = 50;

    private readonly Dictionary<string, Tally> _calls = new(StringComparer.Ordinal);
    private readonly List<DateTimeOffset> _clearsOfAll = [];
    private readonly List<DateTimeOffset> _clearsOfOne = [];

    /// <summary>Calls of this address that counted today.</summary>
    public int UsedToday(string path)
    {
        lock (gate)
        {
            return Today(path).Used;
        }
    }

    /// <summary>Sets how many calls of this address count as made today; at the limit, the next one answers 45009.</summary>
    public void SetUsedToday(string path, int calls)
    {
        lock (gate)
        {
            _calls[path] = Today(path) with { Used = calls };
        }
    }

    internal ErrorCode Count(ApiEndpoint endpoint)
    {
        var tally = Today(endpoint.Path);
        if (tally.Used >= endpoint.DailyLimit)
        {
            return ErrorCode.DailyQuotaReached;
        }

        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        var thisMinute = tally.Minute == minute ? tally.UsedInMinute : 0;
        if (thisMinute >= endpoint.MinuteLimit)
        {
            return ErrorCode.TooFrequent;
        }

        _calls[endpoint.Path] = tally with { Used = tally.Used + 1, Minute = minute, UsedInMinute = thisMinute + 1 };
        return ErrorCode.Ok;
    }

    internal ErrorCode ClearAll()
    {
        var code = CountClear(_clearsOfAll, ClearsOfAllPerMonth);
        if (code == ErrorCode.Ok)
        {
            _calls.Clear();
        }

        return code;
    }

    internal ErrorCode ClearOne(string path)
    {
        var code = CountClear(_clearsOfOne, ClearsOfOnePerMonth);
        if (code == ErrorCode.Ok)
        {
            _calls.Remove(path);
        }

        return code;
    }

    private ErrorCode CountClear(List<DateTimeOffset> clears, int limit)
    {
        var now = clock.GetUtcNow();
        if (clears.Count(at => at.SameBeijingMonth(now)) >= limit)
        {
            return ErrorCode.ClearQuotaUsedUp;
        }

        clears.Add(now);
        return ErrorCode.Ok;
    }

    private Tally Today(string path)
    {
        var day = clock.BeijingDay();
        return _calls.GetValueOrDefault(path) is { } tally && tally.Day == day ? tally : new Tally(day, 0, 0, 0);
    }

    private sealed record Tally(DateOnly Day, int Used, long Minute, int UsedInMinute);
}

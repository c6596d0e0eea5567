using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Api.DataCube;

/// <summary>The figures (数据统计) the platform would have counted; a test puts them in, row by row, in the platform's words.</summary>
public sealed class Statistics(TimeProvider clock, Lock gate)
{
    /// <summary>The figures of a day are there from eight in the morning of the next.</summary>
    private static readonly TimeOnly ReadyAt = new(8, 0);

    private ImmutableList<(string Report, DateOnly Day, JsonObject Row)> _rows = [];

    /// <summary>Adds a row of a report, for example "getarticleread"; its ref_date is written here.</summary>
    public void Add(string report, DateOnly day, JsonObject row)
    {
        var dated = (JsonObject)row.DeepClone();
        dated["ref_date"] = day.ToString("yyyy-MM-dd");
        lock (gate)
        {
            _rows = _rows.Add((report, day, dated));
        }
    }

    internal DateOnly LastReadyDay => clock.BeijingDay().AddDays(clock.BeijingTimeOfDay() >= ReadyAt ? -1 : -2);

    internal JsonArray Rows(string report, DateOnly first, DateOnly last) =>
        new([.. _rows.Where(row => row.Report == report && row.Day >= first && row.Day <= last).Select(row => row.Row.DeepClone())]);
}

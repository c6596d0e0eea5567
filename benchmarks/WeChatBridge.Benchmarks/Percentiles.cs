using System.Diagnostics;

namespace WeChatBridge.Benchmarks;

/// <summary>Times of single calls. A mean hides the few slow ones, and those are what a follower waits for.</summary>
internal sealed class Percentiles
{
    private readonly double[] _sorted;

    private Percentiles(double[] sorted) => _sorted = sorted;

    /// <summary>Calls once for each item, and measures each call.</summary>
    public static Percentiles Measure<T>(IReadOnlyList<T> items, Action<T> call)
    {
        var times = new double[items.Count];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            call(items[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return new Percentiles(times);
    }

    /// <summary>In milliseconds.</summary>
    public double At(double share) => _sorted[Math.Min(_sorted.Length - 1, (int)(share * _sorted.Length))];

    public override string ToString() => $"p50 {At(0.5):0.00}  p90 {At(0.9):0.00}  p99 {At(0.99):0.00}  max {_sorted[^1]:0.00} ms";
}

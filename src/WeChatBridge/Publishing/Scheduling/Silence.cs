using WeChatBridge.Accounts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// Natural days in which followers see nothing new of an account. Inspectors look on any day: two weeks without anything new fail an
/// account, some places allow ten days.
/// </summary>
/// <param name="From">The day of the last visible sending, or where none is known the first day looked at.</param>
/// <param name="To">The day of the next one, or the last day looked at.</param>
/// <param name="IsStartKnown">Whether <paramref name="From"/> is the day of a sending.</param>
internal sealed record Silence(DateOnly From, DateOnly To, bool IsStartKnown)
{
    /// <summary>The stricter limit some places set.</summary>
    public const int StrictLimit = 10;

    /// <summary>The limit of the quarterly inspection (两周).</summary>
    public const int Limit = 14;

    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>The longest silence that reaches into a span; it may have begun before.</summary>
    /// <param name="last">When followers last got something, as far as known.</param>
    /// <param name="sendings">What they got since then and will get, up to the end of the span.</param>
    /// <param name="from">The span's first day.</param>
    /// <param name="to">Its last day.</param>
    public static Silence Longest(DateTimeOffset? last, IReadOnlyList<MassSending> sendings, DateOnly from, DateOnly to)
    {
        var known = sendings.Select(one => one.Day).Concat(last is { } at ? [OfficeTime.DateAt(at)] : []).Distinct().Order().ToList();
        var before = known.Where(day => day < from).TakeLast(1).ToList();
        List<DateOnly> marks = [.. before.Count > 0 ? before : [from], .. known.Where(day => day >= from && day <= to), to];
        return marks.Zip(marks.Skip(1))
            .Select(pair => new Silence(pair.First, pair.Second, known.Contains(pair.First)))
            .MaxBy(silence => silence.Days)!;
    }
}

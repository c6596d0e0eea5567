namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// Natural days in which followers see nothing new of an account. Inspectors look on any day: two weeks without anything new fail an
/// account, some places allow ten days (<see cref="SilenceOptions"/>).
/// </summary>
/// <param name="From">The day it is counted from.</param>
/// <param name="To">The day of the next visible sending, or the last day looked at.</param>
/// <param name="Since">What was on <paramref name="From"/>.</param>
internal sealed record Silence(DateOnly From, DateOnly To, SilenceSince Since)
{
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>The longest silence that reaches into a span; it may have begun before.</summary>
    /// <param name="start">Since when followers have got nothing, as far as known.</param>
    /// <param name="sendings">What they got since then and will get, up to the end of the span.</param>
    /// <param name="from">The span's first day.</param>
    /// <param name="to">Its last day.</param>
    public static Silence Longest(SilenceStart? start, IReadOnlyList<MassSending> sendings, DateOnly from, DateOnly to)
    {
        var known = sendings.Select(one => one.Day).Concat(start is { Since: SilenceSince.Sending } last ? [last.Day] : [])
            .Distinct().Order().ToList();
        var first = known.LastOrDefault(day => day < from) is { DayNumber: > 0 } before ? new SilenceStart(before, SilenceSince.Sending)
            : start is { Since: SilenceSince.SetUp } setUp && setUp.Day < from ? setUp
            : new SilenceStart(from, SilenceSince.FirstDayLookedAt);
        List<DateOnly> marks = [first.Day, .. known.Where(day => day >= from && day <= to), to];
        return marks.Zip(marks.Skip(1))
            .Select(pair => new Silence(pair.First, pair.Second, known.Contains(pair.First) ? SilenceSince.Sending : first.Since))
            .MaxBy(silence => silence.Days)!;
    }
}

/// <summary>The day from which a silence is counted.</summary>
internal sealed record SilenceStart(DateOnly Day, SilenceSince Since);

/// <summary>What a silence is counted from.</summary>
internal enum SilenceSince
{
    /// <summary>The last visible sending.</summary>
    Sending,

    /// <summary>None is known: the day on which anything was done for the account here for the first time.</summary>
    SetUp,

    /// <summary>Not even that lies before the span.</summary>
    FirstDayLookedAt,
}

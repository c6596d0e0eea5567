using WeChatBridge.Texts;

namespace WeChatBridge.Accounts;

/// <summary>
/// Which days the office works (工作日): weekdays, less the holidays of the State Council's notices, plus the weekends worked for them, the
/// office's own days over all of it. A year without a notice has weekends only, and what is counted through it says so.
/// </summary>
internal sealed class WorkingCalendar
{
    // More than a weekend.
    private const int LongDaysOff = 3;

    private readonly HashSet<int> _years;
    private readonly Dictionary<DateOnly, bool> _works = [];
    private readonly IReadOnlyList<Holiday> _holidays;
    private readonly OfficeHours _hours;
    private readonly DateOnly _lastKnown;

    /// <exception cref="ConfigurationRefusedException">The office's own days contradict each other.</exception>
    public WorkingCalendar(IReadOnlyList<HolidayNotice> notices, CalendarOptions own, OfficeHours hours)
    {
        if (own.DaysOff.Intersect(own.WorkingDays).Any())
        {
            throw new ConfigurationRefusedException(StaffTexts.CalendarContradicts.With(own.DaysOff.Intersect(own.WorkingDays).First()));
        }

        _years = [.. notices.Select(notice => notice.Year)];
        _holidays = [.. notices.SelectMany(notice => notice.Holidays).OrderBy(holiday => holiday.First)];
        _hours = hours;
        Mark(_holidays.SelectMany(holiday => From(holiday.First).TakeWhile(holiday.Contains)), works: false);
        Mark(notices.SelectMany(notice => notice.WorkingWeekends), works: true);
        Mark(own.DaysOff, works: false);
        Mark(own.WorkingDays, works: true);
        _lastKnown = _works.Keys.DefaultIfEmpty().Max();
    }

    public static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public bool IsWorkingDay(DateOnly date) => _works.TryGetValue(date, out var works) ? works : !IsWeekend(date);

    /// <summary>Whether the holidays of the date's year are known.</summary>
    public bool IsKnown(DateOnly date) => _years.Contains(date.Year);

    /// <summary>
    /// The last day of a period of working days. The day it starts from does not count (次日起算), whether the office works on it or not.
    /// </summary>
    public WorkingDate AddWorkingDays(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var end = days == 0 ? start : From(start.AddDays(1)).Where(IsWorkingDay).ElementAt(days - 1);
        return new WorkingDate(end, !AllKnown(start, end));
    }

    /// <summary>How many working days come after <paramref name="start"/>, up to and with <paramref name="end"/>; none when it is not later.</summary>
    public int CountWorkingDays(DateOnly start, DateOnly end) => From(start.AddDays(1)).TakeWhile(day => day <= end).Count(IsWorkingDay);

    /// <summary>The next days off that begin after the date and last at least three days; null where the calendar knows of none.</summary>
    public DaysOff? HolidayAfter(DateOnly date)
    {
        var day = date.AddDays(1);
        while (!IsWorkingDay(day) && !IsWorkingDay(day.AddDays(-1)))
        {
            day = day.AddDays(1);
        }

        for (; day <= _lastKnown; day = day.AddDays(1))
        {
            if (!IsWorkingDay(day))
            {
                var span = SpanFrom(day);
                if (span.Days >= LongDaysOff)
                {
                    return span;
                }

                day = span.Last;
            }
        }

        return null;
    }

    /// <summary>The instant at which the office closes on a day; null on a day off.</summary>
    public DateTimeOffset? ClosingTime(DateOnly date) => IsWorkingDay(date) ? OfficeTime.InstantOf(date, _hours.Closes) : null;

    /// <summary>The instant at which the office opens on a day; null on a day off.</summary>
    public DateTimeOffset? OpeningTime(DateOnly date) => IsWorkingDay(date) ? OfficeTime.InstantOf(date, _hours.Opens) : null;

    /// <summary>Whether somebody is in the office at an instant.</summary>
    public bool IsOpenAt(DateTimeOffset instant) =>
        OfficeTime.DateAt(instant) is var date && instant >= OpeningTime(date) && instant < ClosingTime(date);

    private DaysOff SpanFrom(DateOnly first)
    {
        var last = From(first).TakeWhile(day => !IsWorkingDay(day)).Last();
        var name = _holidays.FirstOrDefault(holiday => holiday.First <= last && holiday.Last >= first)?.Name ?? "";
        return new DaysOff(first, last, name, !AllKnown(first, last.AddDays(1)));
    }

    private bool AllKnown(DateOnly first, DateOnly last) => Enumerable.Range(first.Year, last.Year - first.Year + 1).All(_years.Contains);

    private void Mark(IEnumerable<DateOnly> days, bool works)
    {
        foreach (var day in days)
        {
            _works[day] = works;
        }
    }

    private static IEnumerable<DateOnly> From(DateOnly first)
    {
        for (var day = first; ; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}

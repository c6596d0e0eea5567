using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Accounts;
using WeChatBridge.Tests.Conventions;

namespace WeChatBridge.Tests.Accounts;

/// <summary>The vectors are those of the notices for 2025 and 2026, counted apart from this code.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly string Holidays = Path.Combine(Repository.Root, "seeds", "holidays.json");
    private static readonly WorkingCalendar Calendar = With(new CalendarOptions());

    private static readonly int[] Monthly2025 = [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23];
    private static readonly int[] Monthly2026 = [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23];

    public static TheoryData<string, int, string> Periods => new()
    {
        { "2025-01-20", 7, "2025-02-05" }, { "2025-01-20", 15, "2025-02-14" },
        { "2025-01-20", 20, "2025-02-21" }, { "2025-01-20", 40, "2025-03-21" },
        { "2025-09-25", 7, "2025-10-11" }, { "2025-09-25", 15, "2025-10-22" },
        { "2025-09-25", 20, "2025-10-29" }, { "2025-09-25", 40, "2025-11-26" },
        { "2026-01-30", 7, "2026-02-10" }, { "2026-01-30", 15, "2026-02-27" },
        { "2026-01-30", 20, "2026-03-05" }, { "2026-01-30", 40, "2026-04-02" },
        { "2026-02-10", 7, "2026-02-26" }, { "2026-02-10", 15, "2026-03-09" },
        { "2026-02-10", 20, "2026-03-16" }, { "2026-02-10", 40, "2026-04-14" },
        { "2026-04-28", 7, "2026-05-11" }, { "2026-04-28", 15, "2026-05-21" },
        { "2026-04-28", 20, "2026-05-28" }, { "2026-04-28", 40, "2026-06-26" },
        { "2026-09-18", 7, "2026-09-29" }, { "2026-09-18", 15, "2026-10-15" },
        { "2026-09-18", 20, "2026-10-22" }, { "2026-09-18", 40, "2026-11-19" },
        { "2026-12-01", 7, "2026-12-10" }, { "2026-12-01", 15, "2026-12-22" }, { "2026-12-01", 20, "2026-12-29" },
    };

    public static TheoryData<int, int, int> Months
    {
        get
        {
            var months = new TheoryData<int, int, int>();
            foreach (var month in Enumerable.Range(1, 12))
            {
                months.Add(2025, month, Monthly2025[month - 1]);
                months.Add(2026, month, Monthly2026[month - 1]);
            }

            return months;
        }
    }

    public static TheoryData<string, bool> OddDays => new()
    {
        { "2017-01-22", true }, { "2017-01-27", false }, { "2017-05-02", true }, { "2017-05-27", true }, { "2017-10-08", false },
        { "2025-01-26", true }, { "2025-02-04", false }, { "2025-02-05", true }, { "2025-10-11", true }, { "2025-10-12", false },
        { "2026-01-02", false }, { "2026-01-04", true }, { "2026-02-14", true }, { "2026-02-28", true }, { "2026-09-20", true },
        { "2026-10-07", false }, { "2026-10-10", true }, { "2026-11-24", true },
    };

    public static TheoryData<string, string, string, string> NextHolidays => new()
    {
        { "2025-11-24", "元旦", "2026-01-01", "2026-01-03" },
        { "2026-01-01", "春节", "2026-02-15", "2026-02-23" },
        { "2026-02-14", "春节", "2026-02-15", "2026-02-23" },
        { "2026-02-15", "清明节", "2026-04-04", "2026-04-06" },
        { "2026-09-24", "中秋节", "2026-09-25", "2026-09-27" },
        { "2026-09-27", "国庆节", "2026-10-01", "2026-10-07" },
        { "2017-04-04", "劳动节", "2017-04-29", "2017-05-01" },
    };

    [Theory]
    [MemberData(nameof(Periods))]
    public void A_period_ends_on_the_day_the_notice_makes_it_end(string start, int days, string end) =>
        Calendar.AddWorkingDays(Day(start), days).ShouldBe(new WorkingDate(Day(end), false));

    [Theory]
    [MemberData(nameof(Months))]
    public void A_month_has_the_working_days_of_its_notice(int year, int month, int days) =>
        Calendar.CountWorkingDays(new DateOnly(year, month, 1).AddDays(-1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1)).ShouldBe(days);

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void A_year_has_248_working_days(int year) =>
        Calendar.CountWorkingDays(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)).ShouldBe(248);

    [Theory]
    [MemberData(nameof(OddDays))]
    public void A_weekend_may_be_worked_and_a_weekday_free(string day, bool works) => Calendar.IsWorkingDay(Day(day)).ShouldBe(works);

    [Fact]
    public void A_period_into_a_year_without_a_notice_says_that_it_is_estimated()
    {
        var end = Calendar.AddWorkingDays(Day("2026-12-01"), 40);

        end.IsEstimated.ShouldBeTrue();
        end.Date.ShouldBe(Day("2027-01-26"));
        end.Written().ShouldBe("2027年1月26日（周二）（暂按周末推算，待国办通知）");
    }

    [Theory]
    [InlineData("2024-12-20", 10)] // begins in a year without a notice
    [InlineData("2017-12-20", 300)] // goes through one
    [InlineData("2026-12-31", 1)] // ends in one
    public void A_period_that_touches_a_year_without_a_notice_is_estimated(string start, int days) =>
        Calendar.AddWorkingDays(Day(start), days).IsEstimated.ShouldBeTrue();

    [Fact]
    public void A_certain_date_carries_no_caveat() =>
        Calendar.AddWorkingDays(Day("2026-02-10"), 20).Written().ShouldBe("2026年3月16日（周一）");

    [Theory]
    [MemberData(nameof(NextHolidays))]
    public void The_next_holiday_is_named_with_the_weekend_beside_it(string after, string name, string first, string last) =>
        Calendar.HolidayAfter(Day(after)).ShouldBe(new DaysOff(Day(first), Day(last), name, false));

    [Fact]
    public void After_the_last_known_holiday_none_is_invented() => Calendar.HolidayAfter(Day("2026-10-08")).ShouldBeNull();

    [Fact]
    public void The_offices_own_days_win_over_the_notice()
    {
        var own = With(new CalendarOptions { DaysOff = [Day("2026-06-18")], WorkingDays = [Day("2026-06-21")] });

        own.IsWorkingDay(Day("2026-06-18")).ShouldBeFalse();
        own.IsWorkingDay(Day("2026-06-21")).ShouldBeTrue();
        own.HolidayAfter(Day("2026-06-01")).ShouldBe(new DaysOff(Day("2026-06-18"), Day("2026-06-20"), "端午节", false));
    }

    [Fact]
    public void The_offices_own_day_does_not_make_a_year_known()
    {
        var own = With(new CalendarOptions { DaysOff = [Day("2027-06-18")] });

        own.AddWorkingDays(Day("2027-06-17"), 1).ShouldBe(new WorkingDate(Day("2027-06-21"), true));
        own.HolidayAfter(Day("2026-10-08")).ShouldBe(new DaysOff(Day("2027-06-18"), Day("2027-06-20"), "", true));
    }

    [Fact]
    public void A_day_that_is_both_worked_and_free_is_refused() => Should.Throw<ConfigurationRefusedException>(
        () => With(new CalendarOptions { DaysOff = [Day("2027-06-18")], WorkingDays = [Day("2027-06-18")] })).Message.ShouldContain("2027-06-18");

    [Fact]
    public void Counting_undoes_adding()
    {
        var starts = Gen.Choose(Day("2016-12-01").DayNumber, Day("2027-12-31").DayNumber).Select(DateOnly.FromDayNumber);
        Prop.ForAll(starts.ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), (start, days) =>
        {
            var end = Calendar.AddWorkingDays(start, days).Date;
            return Calendar.CountWorkingDays(start, end) == days && (days == 0 || Calendar.IsWorkingDay(end));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_office_closes_at_its_hour_in_its_own_zone()
    {
        Calendar.ClosingTime(Day("2026-11-24")).ShouldBe(new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero));
        Calendar.ClosingTime(Day("2026-11-28")).ShouldBeNull();
        Calendar.IsOpenAt(new DateTimeOffset(2026, 11, 24, 0, 30, 0, TimeSpan.Zero)).ShouldBeTrue();
        Calendar.IsOpenAt(new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero)).ShouldBeFalse();
        Calendar.IsOpenAt(new DateTimeOffset(2026, 11, 28, 4, 0, 0, TimeSpan.Zero)).ShouldBeFalse();
    }

    private static WorkingCalendar With(CalendarOptions own) =>
        new(HolidayNotice.ReadAll(Holidays), own, OfficeHours.Parse(new OfficeOptions().Hours));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}

using Microsoft.Extensions.Configuration;
using WeChatBridge.Accounts;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Accounts;

/// <summary>The office's zone, hours and holidays as an installer may write them, rightly and wrongly.</summary>
public sealed class OfficeConfigurationTests
{
    private const string Fine = """{ "name": "元旦", "first": "2027-01-01", "last": "2027-01-03" }""";

    public static TheoryData<string, string> BrokenHolidays => new()
    {
        { "not json", "holidays.json" },
        { """[{ "year": 2027, "notice": "通知", "holidays": [] }]""", "workingWeekends" },
        { $$"""[{ "year": 2027, "notice": "通知", "holidays": [], "workingWeekends": [], "extra": 1 }]""", "extra" },
        { Year(2027, Fine, "2027-01-04"), "2027-01-04" }, // a Monday
        { Year(2027, Fine, "2027-01-02"), "2027-01-02" }, // within the holiday
        { Year(2027, Fine, "2028-01-08"), "2028-01-08" },
        { Year(2027, """{ "name": "元旦", "first": "2027-01-03", "last": "2027-01-01" }"""), "元旦" },
        { Year(2027, """{ "name": "春节", "first": "2026-02-15", "last": "2026-02-23" }"""), "春节" },
        { Year(2027, Fine)[..^1] + "," + Year(2027, Fine)[1..], "2027" },
    };

    [Theory]
    [MemberData(nameof(BrokenHolidays))]
    public void A_file_of_holidays_that_cannot_be_right_stops_the_start(string file, string named)
    {
        using var office = new OfficeFolder();
        var path = Path.Combine(office.Path, office.Write("holidays.json", file));

        Should.Throw<ConfigurationRefusedException>(() => HolidayNotice.ReadAll(path)).Message.ShouldContain(named);
    }

    [Fact]
    public void New_years_holiday_may_begin_in_december()
    {
        using var office = new OfficeFolder();
        var file = Year(2027, """{ "name": "元旦", "first": "2026-12-31", "last": "2027-01-02" }""", "2026-12-27");
        var path = Path.Combine(office.Path, office.Write("holidays.json", file));

        var calendar = new WorkingCalendar(HolidayNotice.ReadAll(path), new CalendarOptions(), OfficeHours.Parse("09:00-17:00"));

        calendar.IsWorkingDay(new DateOnly(2026, 12, 27)).ShouldBeTrue();
        calendar.IsWorkingDay(new DateOnly(2026, 12, 31)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("8-17")]
    [InlineData("17:30-08:30")]
    [InlineData("08:30-25:00")]
    [InlineData("")]
    public void Hours_nobody_could_keep_are_refused(string hours) =>
        Should.Throw<ConfigurationRefusedException>(() => OfficeHours.Parse(hours)).Message.ShouldContain("Office:Hours");

    [Fact]
    public void A_malformed_own_day_is_refused_by_the_name_of_its_key() =>
        Should.Throw<ConfigurationRefusedException>(() => Section("Calendar:DaysOff:0", "六月十八").Bind<CalendarOptions>())
            .Message.ShouldContain("Calendar");

    [Fact]
    public void An_own_day_is_written_as_a_date() =>
        Section("Calendar:DaysOff:0", "2026-06-18").Bind<CalendarOptions>().DaysOff.ShouldHaveSingleItem().ShouldBe(new DateOnly(2026, 6, 18));

    [Fact]
    public void Dates_are_written_as_the_office_writes_them()
    {
        var lateInLondon = new DateTimeOffset(2026, 11, 23, 18, 5, 0, TimeSpan.Zero);

        OfficeTime.Write(lateInLondon).ShouldBe("2026年11月24日（周二）02:05");
        OfficeTime.DateAt(lateInLondon).ShouldBe(new DateOnly(2026, 11, 24));
        OfficeTime.Write(new DateOnly(2026, 3, 1)).ShouldBe("2026年3月1日（周日）");
        OfficeTime.InstantOf(new DateOnly(2026, 11, 24), new TimeOnly(2, 5)).ShouldBe(lateInLondon);
    }

    private static string Year(int year, string holiday, params string[] worked) =>
        $$"""[{ "year": {{year}}, "notice": "通知", "holidays": [{{holiday}}], "workingWeekends": [{{string.Join(',', worked.Select(day => $"\"{day}\""))}}] }]""";

    private static IConfigurationSection Section(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build().GetSection(key.Split(':')[0]);
}

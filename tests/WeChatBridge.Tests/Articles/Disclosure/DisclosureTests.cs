using WeChatBridge.Accounts;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Tests.Conventions;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Articles.Disclosure;

public sealed class DisclosureTests
{
    private static readonly WorkingCalendar Calendar = new(
        HolidayNotice.ReadAll(Path.Combine(Repository.Root, "seeds", "holidays.json")),
        new CalendarOptions(),
        OfficeHours.Parse("08:30-17:30"));

    private static readonly DisclosureFacts Formed = new() { Class = DisclosureClass.Proactive, FormedOn = new DateOnly(2026, 2, 10) };

    [Fact]
    public void Information_is_due_20_working_days_after_it_was_formed() =>
        Formed.DueOn(Calendar).ShouldBe(new WorkingDate(new DateOnly(2026, 3, 16), false));

    [Fact]
    public void A_change_starts_the_period_anew() =>
        (Formed with { ChangedOn = new DateOnly(2026, 4, 28) }).DueOn(Calendar).ShouldBe(new WorkingDate(new DateOnly(2026, 5, 28), false));

    [Fact]
    public void A_period_into_an_unknown_year_says_so() =>
        (Formed with { FormedOn = new DateOnly(2026, 12, 20) }).DueOn(Calendar).ShouldNotBeNull().IsEstimated.ShouldBeTrue();

    [Theory]
    [InlineData(DisclosureClass.OnRequest)]
    [InlineData(DisclosureClass.Withheld)]
    [InlineData(null)]
    internal void What_is_not_disclosed_proactively_has_no_day(DisclosureClass? kind) =>
        (Formed with { Class = kind }).DueOn(Calendar).ShouldBeNull();

    [Fact]
    public void What_is_not_dated_has_no_day() => (Formed with { FormedOn = null }).DueOn(Calendar).ShouldBeNull();

    [Fact]
    public void The_catalogue_holds_the_items_of_articles_20_and_21()
    {
        var catalogue = Catalogue.Read(Path.Combine(Repository.Root, "seeds", "catalogue.json"));

        catalogue.Entries.Select(entry => entry.Number).ShouldBe(
            [.. Enumerable.Range(1, 15).Select(item => $"20-{item}"), .. Enumerable.Range(1, 8).Select(item => $"21-{item}")]);
        catalogue.Find("20-7").ShouldNotBeNull().Name.ShouldContain("预算");
        catalogue.Find("21-8").ShouldNotBeNull().Name.ShouldContain("救助");
        catalogue.Find("20-16").ShouldBeNull();
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""[{ "number": "20-1", "name": "甲", "examples": "" }, { "number": "20-1", "name": "乙", "examples": "" }]""")]
    [InlineData("""[{ "number": "20-1", "name": "甲" }]""")]
    public void A_catalogue_that_contradicts_itself_stops_the_start(string file)
    {
        using var office = new OfficeFolder();
        var path = Path.Combine(office.Path, office.Write("catalogue.json", file));

        Should.Throw<ConfigurationRefusedException>(() => Catalogue.Read(path)).Message.ShouldContain("catalogue.json");
    }
}

using Microsoft.Extensions.Configuration;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;

namespace WeChatBridge.Tests.Publishing.Scheduling;

public sealed class PublishingConfigurationTests
{
    [Fact]
    public void Without_settings_two_hours_are_not_yet_late() => Read().LateLimit.ShouldBe(TimeSpan.FromHours(2));

    [Theory]
    [InlineData("LateLimit", "00:00:00")]
    [InlineData("LateLimit", "-00:00:01")]
    [InlineData("LateLimit", "1.00:00:01")]
    [InlineData("MinimumGap", "2.00:00:00")]
    [InlineData("QuietHours", "late at night")]
    [InlineData("QuietHours", "22:00-25:00")]
    [InlineData("QuietHours", "22:00-22:00")]
    [InlineData("LateLimit", "two hours")]
    [InlineData("Silence:NoticeDays", "")]
    [InlineData("Silence:NoticeDays", "0, 7")]
    [InlineData("Silence:NoticeDays", "7, 7")]
    [InlineData("Silence:NoticeDays", "10, 7")]
    [InlineData("Silence:NoticeDays", "7, -10")]
    [InlineData("Silence:NoticeDays", "7; 10")]
    [InlineData("Silence:NoticeDays", "7, 400")]
    [InlineData("Silence:StrictLimit", "0")]
    [InlineData("Silence:StrictLimit", "15")]
    [InlineData("Silence:Limit", "400")]
    [InlineData("Silence:Limits", "14")]
    [InlineData("LateLimmit", "02:00:00")]
    public void A_malformed_setting_stops_the_start_and_is_named(string key, string value) =>
        Should.Throw<ConfigurationRefusedException>(() => Read((key, value))).Message.ShouldContain($"{PublishingOptions.Section}");

    [Theory]
    [InlineData("7, 10, 13", 6, null)]
    [InlineData("7, 10, 13", 7, 7)]
    [InlineData("7, 10, 13", 12, 10)]
    [InlineData("7, 10, 13", 40, 13)]
    [InlineData("5", 5, 5)]
    [InlineData("3,6", 5, 3)]
    public void The_last_day_to_tell_on_that_was_reached_counts(string days, int silent, int? reached)
    {
        var today = new DateOnly(2026, 3, 2);

        Read(("Silence:NoticeDays", days)).Silence.ReachedBy(new Silence(today.AddDays(-silent), today, SilenceSince.Sending))
            .ShouldBe(reached);
    }

    [Theory]
    [InlineData("22:00-07:00", 0, true)]
    [InlineData("22:00-07:00", 12, false)]
    [InlineData("12:00-13:30", 12, true)]
    [InlineData("12:00-13:30", 14, false)]
    [InlineData("", 0, false)]
    public void Quiet_hours_may_go_through_midnight(string hours, int officeHour, bool quiet)
    {
        QuietHours.TryParse(Read(("QuietHours", hours)).QuietHours, out var read).ShouldBeTrue();

        // The office is eight hours ahead of UTC.
        read.Contain(new DateTimeOffset(2026, 1, 20, 0, 0, 0, TimeSpan.Zero).AddHours(officeHour - 8)).ShouldBe(quiet);
    }

    private static PublishingOptions Read(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"{PublishingOptions.Section}:{setting.Key}", (string?)setting.Value)))
        .Build().GetSection(PublishingOptions.Section).Bind<PublishingOptions>().Checked();
}

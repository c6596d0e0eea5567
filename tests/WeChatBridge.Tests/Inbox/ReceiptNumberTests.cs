using WeChatBridge.Inbox;

namespace WeChatBridge.Tests.Inbox;

public sealed class ReceiptNumberTests
{
    private static readonly ReceiptNumber Number = ReceiptNumber.Create(new DateOnly(2026, 11, 24), 37);

    [Fact]
    public void It_reads_as_the_day_and_the_count() => Number.ToString().ShouldBe("261124-0037");

    [Fact]
    public void Every_number_is_read_back_as_it_was_written()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2030; day = day.AddDays(17))
        {
            foreach (var count in new[] { 1, 37, 999, ReceiptNumber.LastOfDay })
            {
                var number = ReceiptNumber.Create(day, count);
                ReceiptNumber.Parse(number.ToString()).ShouldBe(number);
                ReceiptNumber.Find(number.ToString().Replace("-", "")).ShouldBe(number);
            }
        }
    }

    [Theory]
    [InlineData("261124-0037")]
    [InlineData("2611240037")]
    [InlineData("２６１１２４－００３７")]
    [InlineData("261124 0037")]
    [InlineData("261124 - 0037")]
    [InlineData("261124—0037")]
    [InlineData("2 6 1 1 2 4 0 0 3 7")]
    [InlineData("我的回执号是261124-0037，请问处理了吗")]
    [InlineData("二六一一二四杠零零三七")]
    [InlineData("二六幺幺二四零零三七")]
    [InlineData("查0470-3129100那件，号码261124-0037")]
    public void A_citizen_may_write_it_in_any_way(string text) => ReceiptNumber.Find(text).ShouldBe(Number);

    [Theory]
    [InlineData("0470-3129100")]
    [InlineData("13800138000")]
    [InlineData("261324-0037")]
    [InlineData("261124-0000")]
    [InlineData("261124-00371")]
    [InlineData("1261124-0037")]
    [InlineData("150722199001011234")]
    [InlineData("261124")]
    [InlineData("2017年")]
    [InlineData("")]
    public void Another_number_is_none(string text) => ReceiptNumber.Find(text).ShouldBeNull();

    [Theory]
    [InlineData("2611240037")]
    [InlineData(" 261124-0037")]
    [InlineData("261124-0000")]
    [InlineData("")]
    public void Only_the_written_form_is_parsed(string text)
    {
        ReceiptNumber.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => ReceiptNumber.Parse(text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10000)]
    public void A_count_outside_the_day_is_refused(int count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ReceiptNumber.Create(new DateOnly(2026, 11, 24), count));
}

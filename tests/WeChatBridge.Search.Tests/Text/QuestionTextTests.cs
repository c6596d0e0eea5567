using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Tests.Text;

public sealed class QuestionTextTests
{
    [Theory]
    [InlineData("ＷＥＩＸＩＮ　聯繫電話", "weixin 联系电话")]
    [InlineData("①\u200B着\uFEFF火", "1着火")]
    [InlineData(" 更 \n 多 ", "更 多")]
    public void A_text_is_folded(string text, string folded) => QuestionText.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("请问，更多吧。谢谢！", "更多")]
    [InlineData("您好，麻烦转人工", "转人工")]
    [InlineData("1、2", "1、2")]
    [InlineData("（2）", "2")]
    [InlineData("谢谢", "")]
    [InlineData("申请材料", "申请材料")]
    [InlineData("", "")]
    public void Polite_words_are_taken_off_the_ends_only(string text, string bare) => QuestionText.Bare(text).ShouldBe(bare);

    [Theory]
    [InlineData("12", 12)]
    [InlineData("十二", 12)]
    [InlineData("两", 2)]
    [InlineData("二〇一七", 2017)]
    [InlineData("个", null)]
    public void A_number_is_read(string text, int? value) => QuestionText.Number(text).ShouldBe(value);

    [Theory]
    [InlineData("就命", "救命", true)]
    [InlineData("着伙了", "着火了", true)]
    [InlineData("生命", "救命", false)]
    [InlineData("救命啊", "救命", false)]
    public void What_sounds_alike_is_told(string heard, string meant, bool isAlike) => QuestionText.SoundAlike(heard, meant).ShouldBe(isAlike);

    [Fact]
    public void Folding_twice_changes_nothing() => Prop.ForAll<NonNull<string>>(text =>
        QuestionText.Fold(QuestionText.Fold(text.Get)) == QuestionText.Fold(text.Get)
        && QuestionText.Bare(QuestionText.Bare(text.Get)) == QuestionText.Bare(text.Get)).QuickCheckThrowOnFailure();
}

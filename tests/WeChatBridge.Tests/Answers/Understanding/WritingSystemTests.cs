using WeChatBridge.Answers.Understanding;

namespace WeChatBridge.Tests.Answers.Understanding;

public sealed class WritingSystemTests
{
    [Theory]
    [InlineData("低保怎么申请", WritingSystem.Han)]
    [InlineData("wifi密码是多少", WritingSystem.Han)]
    [InlineData("ᠮᠣᠩᠭᠣᠯ用汉语怎么说", WritingSystem.Han)]
    [InlineData("12345", WritingSystem.Han)]
    [InlineData("", WritingSystem.Han)]
    [InlineData("😀👍", WritingSystem.Han)]
    [InlineData("𠮷野家", WritingSystem.Han)]
    [InlineData("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ", WritingSystem.Mongolian)]
    [InlineData("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ ᠪᠢᠴᠢᠭ 政府", WritingSystem.Mongolian)]
    [InlineData("ᡤᡝᠮᡠᠨ", WritingSystem.Mongolian)]
    [InlineData("Сайн байна уу", WritingSystem.Cyrillic)]
    [InlineData("Сайн байна уу 红花尔基 утас хэд вэ", WritingSystem.Cyrillic)]
    [InlineData("Здравствуйте, какой телефон?", WritingSystem.Cyrillic)]
    [InlineData("lianxidianhua", WritingSystem.Latin)]
    [InlineData("ｌｘｄｈ", WritingSystem.Latin)]
    [InlineData("hé bié", WritingSystem.Latin)]
    [InlineData("مرحبا بكم", WritingSystem.Other)]
    [InlineData("བོད་ཡིག", WritingSystem.Other)]
    [InlineData("안녕하세요", WritingSystem.Other)]
    [InlineData("これはなんですか", WritingSystem.Other)]
    public void The_writing_of_a_message_is_told(string text, object system) => WritingSystem.Of(text).ShouldBe((WritingSystem)system);

    [Fact]
    public void Only_Chinese_and_pinyin_can_be_searched_for() =>
        Enum.GetValues<WritingSystem>().Where(system => system.IsSearchable).ShouldBe([WritingSystem.Han, WritingSystem.Latin]);
}

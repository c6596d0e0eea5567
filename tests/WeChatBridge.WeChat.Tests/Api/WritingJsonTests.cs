using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Tests.Api;

public sealed class WritingJsonTests
{
    /// <summary>What the framework's encoders escape, and what JSON itself must escape.</summary>
    private static readonly string[] Awkward =
    [
        "汉字", "𠮷", "😀", "🐎", "👨‍👩‍👧", "\u00A0", "\u2028", "\u2029", "\u200B", "\uFEFF", "\u007F", "\u0085",
        "<b>", "&", "'", "+", "\"", "\\", "/", "\n", "\r", "\t", "\b", "\f",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Elements(Awkward),
            ArbMap.Default.GeneratorFor<Rune>().Select(rune => rune.ToString()),
            ArbMap.Default.GeneratorFor<char>().Where(letter => !char.IsSurrogate(letter)).Select(letter => letter.ToString()))
        .ListOf()
        .Select(parts => string.Concat(parts));

    [Fact]
    public void Any_text_comes_back_as_it_was()
        => Prop.ForAll(Texts.ToArbitrary(), text => Title(Written(text)) == WithoutControls(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_is_ever_written_as_u_escapes()
        => Prop.ForAll(Texts.Select(text => text.Replace("\\", "")).ToArbitrary(), text => !Written(text).Contains("\\u"))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Text_reads_as_plain_text_in_the_request()
        => Written("“年报” <1> & 'a'+b 😀\u00A0\u2028").ShouldContain("“年报” <1> & 'a'+b 😀\u00A0\u2028");

    [Fact]
    public void Control_characters_that_need_an_escape_are_left_out() => Title(Written("a\u0000b\u001Bc")).ShouldBe("abc");

    [Fact]
    public void Half_a_character_becomes_the_replacement_character()
        => Title(Written(string.Concat("a", (char)0xD83D, "b"))).ShouldBe("a\uFFFDb");

    private static string Written(string title)
        => Encoding.UTF8.GetString(WireJson.Write(new DraftAddRequest([new DraftArticle { Title = title, Content = "" }])));

    /// <summary>Read by the framework, so that our own reader cannot hide a fault of our writer.</summary>
    private static string? Title(string json)
        => JsonDocument.Parse(json).RootElement.GetProperty("articles")[0].GetProperty("title").GetString();

    private static string WithoutControls(string text)
        => string.Concat(text.Where(letter => letter >= ' ' || "\b\f\n\r\t".Contains(letter)));
}

using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.WeChat.Tests.Replies;

public class TextLimitTests
{
    private static readonly string[] Pieces =
    [
        "红花尔基镇", "a", " ", "。", "\n", "🌲", "👨‍👩‍👧‍👦", "e\u0301", "🇨🇳", "\uD83D", "\u0600", "\r\n",
        "https://example.cn/zhengwu/2017?a=1&b=2", "www.example.cn", "http://", "<a href=\"https://example.cn/x\">查看全文</a>",
        "<a href=\"tel:04701234567\">电话</a>", "<a href=\"https://example.cn/open\">", "</a>", "<a ",
    ];

    private static readonly Arbitrary<string> Texts =
        Gen.OneOf(Gen.Elements(Pieces), Gen.Choose(0x80, char.MaxValue).Select(c => ((char)c).ToString()))
            .ListOf()
            .Select(string.Concat)
            .Where(text => text.Length < 400)
            .ToArbitrary();

    [Fact]
    public void A_cut_is_the_longest_beginning_that_fits_and_breaks_nothing()
    {
        var cases = from text in Texts.Generator
                    from bytes in Gen.Choose(0, 300)
                    from characters in Gen.Choose(0, 150)
                    select (text, bytes, characters);

        Prop.ForAll(cases.ToArbitrary(), c => TextLimit.Cut(c.text, c.bytes, c.characters) == LongestOfAll(c.text, c.bytes, c.characters))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void A_cut_text_is_not_cut_again() =>
        Prop.ForAll(Texts, text =>
        {
            var cut = TextLimit.Cut(text, 100, 50);
            return TextLimit.Cut(cut, 100, 50) == cut;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("一二三四", 9, 99, "一二三")]
    [InlineData("一二三四", 11, 99, "一二三")]
    [InlineData("一二三四", 99, 2, "一二")]
    [InlineData("好👨‍👩‍👧", 99, 4, "好")]
    [InlineData("好e\u0301", 99, 2, "好")]
    [InlineData("见https://example.cn/a。", 99, 10, "见")]
    [InlineData("见https://example.cn/a。完", 99, 21, "见https://example.cn/a")]
    [InlineData("see https://example.cn/a. End", 99, 24, "see https://example.cn/a")]
    [InlineData("见<a href=\"tel:1\">电话</a>！", 99, 20, "见")]
    [InlineData("见<a href=\"tel:1\">电话</a>！！", 99, 24, "见<a href=\"tel:1\">电话</a>！")]
    [InlineData("<a href=\"tel:1\">电话</a>", 99, 20, "")]
    [InlineData("文<a href=\"tel:1\">没有结尾", 99, 20, "文<a href=\"tel:1\">没有结")]
    [InlineData("文", 2, 99, "")]
    [InlineData("文", -1, -1, "")]
    [InlineData("https://example.cn/a<a href=\"tel:1\">电话</a>", 99, 30, "https://example.cn/a")]
    [InlineData("HTTPS://EXAMPLE.CN/A", 99, 12, "")]
    public void Cuts_that_readers_would_notice(string text, int maxUtf8Bytes, int maxCharacters, string expected) =>
        TextLimit.Cut(text, maxUtf8Bytes, maxCharacters).ShouldBe(expected);

    [Fact]
    public void The_limits_themselves_still_fit()
    {
        TextLimit.Fits(new string('字', 600)).ShouldBeTrue();
        TextLimit.Fits(new string('字', 601)).ShouldBeFalse();
        TextLimit.Fits(string.Concat(Enumerable.Repeat("🌲", 300))).ShouldBeTrue();
        TextLimit.Fits(string.Concat(Enumerable.Repeat("🌲", 301))).ShouldBeFalse();
        TextLimit.Fits("").ShouldBeTrue();
    }

    /// <summary>The same by trying every length, with links and characters found in another way than the product finds them.</summary>
    private static string LongestOfAll(string text, int maxUtf8Bytes, int maxCharacters)
    {
        var characters = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        var links = Links(text);
        for (var end = text.Length; end > 0; end--)
        {
            if (end <= maxCharacters
                && Encoding.UTF8.GetByteCount(text.AsSpan(0, end)) <= maxUtf8Bytes
                && characters.Contains(end)
                && !links.Exists(link => link.Start < end && end < link.End))
            {
                return text[..end];
            }
        }

        return "";
    }

    private static List<(int Start, int End)> Links(string text)
    {
        var links = new List<(int Start, int End)>();
        for (var at = 0; at < text.Length; at++)
        {
            if (EndOfLink(text, at) is { } end)
            {
                links.Add((at, end));
                at = end - 1;
            }
        }

        return links;
    }

    private static int? EndOfLink(string text, int at)
    {
        var rest = text[at..];
        if (rest.StartsWith("<a ", StringComparison.Ordinal) && rest.IndexOf('>') is > 0 and var opened && !rest[1..opened].Contains('<'))
        {
            var closed = rest.IndexOf("</a>", opened, StringComparison.Ordinal);
            return closed < 0 ? null : at + closed + "</a>".Length;
        }

        var scheme = new[] { "https://", "http://", "www." }.FirstOrDefault(start => rest.StartsWith(start, StringComparison.Ordinal));
        if (scheme is null)
        {
            return null;
        }

        var url = string.Concat(rest.TakeWhile(c => c is > ' ' and < (char)127 and not ('<' or '>' or '"'))).TrimEnd('.', '?', ':', ',');
        return url.Length > scheme.Length ? at + url.Length : null;
    }
}

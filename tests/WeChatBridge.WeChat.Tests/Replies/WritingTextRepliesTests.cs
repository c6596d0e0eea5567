using System.Buffers;
using System.Text;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.WeChat.Tests.Replies;

public class WritingTextRepliesTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1714112445999);

    [Fact]
    public void A_text_is_written_as_the_platform_shows_it() =>
        Written(new TextReply("你好\n世界")).ShouldBe(
            "<xml><ToUserName><![CDATA[oSampleFollower]]></ToUserName><FromUserName><![CDATA[gh_sample]]></FromUserName>"
            + "<CreateTime>1714112445</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[你好\n世界]]></Content></xml>");

    [Fact]
    public void Nothing_to_say_is_the_word_success() => Written(new NoReply()).ShouldBe("success");

    [Fact]
    public void No_byte_order_mark_stands_before_the_document() =>
        ReplyXml.Write(new TextReply("你好"), "oSampleFollower", "gh_sample", At)[0].ShouldBe((byte)'<');

    [Fact]
    public void What_a_follower_reads_is_what_was_written_without_what_xml_cannot_carry()
    {
        var pieces = Gen.Elements(
            "]]>", "]", ">", "<![CDATA[", "&amp;", "<b>", "\r", "\n", "\t", "\0", "\b", "\uD83D", "\uDE00", "\uFFFE", "\uFFFF", "🌲", "红");
        var texts = Gen.OneOf(pieces, Gen.Choose(0, char.MaxValue).Select(c => ((char)c).ToString())).ListOf().Select(string.Concat);

        Prop.ForAll(texts.Select(text => "、" + text).Where(TextLimit.Fits).ToArbitrary(), text =>
        {
            var content = Content(ReplyXml.Write(new TextReply(text), "oSampleFollower", "gh_sample", At));
            return content == Expected(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\u0001\uFFFE")]
    public void A_blank_text_reply_cannot_be_made(string content) =>
        Should.Throw<ArgumentException>(() => new TextReply(content)).Message.ShouldContain("blank");

    [Fact]
    public void A_text_reply_beyond_the_limit_cannot_be_made()
    {
        Should.Throw<ArgumentException>(() => new TextReply(new string('字', 601))).Message.ShouldContain("600 characters");
        Should.Throw<ArgumentException>(() => new TextReply(new string('a', 601))).Message.ShouldContain("2047 bytes");
    }

    private static string Written(PassiveReply reply) => Encoding.UTF8.GetString(ReplyXml.Write(reply, "oSampleFollower", "gh_sample", At));

    private static string Content(byte[] xml)
    {
        using var reader = XmlReader.Create(new MemoryStream(xml));
        reader.ReadToFollowing("Content");
        return reader.ReadElementContentAsString();
    }

    /// <summary>By code point, where the product goes by code unit.</summary>
    private static string Expected(string text)
    {
        var rest = text.Replace("\r\n", "\n").Replace('\r', '\n').AsSpan();
        var expected = new StringBuilder();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done
                && rune.Value is '\t' or '\n' or (>= 0x20 and not (0xFFFE or 0xFFFF)))
            {
                expected.Append(rune);
            }

            rest = rest[length..];
        }

        return expected.ToString();
    }
}

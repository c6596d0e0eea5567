using System.Text;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Tests.Callbacks;

namespace WeChatBridge.WeChat.Tests.Inbound;

public class RefusedDocumentTests
{
    private const string Head = "<xml><ToUserName>gh_sample</ToUserName><FromUserName>oSample</FromUserName><CreateTime>1</CreateTime>";

    /// <summary>A file's name is its expectation: kind, field where there is one, and what the case is.</summary>
    public static TheoryData<string> RefusedFiles => [.. Payloads.In("refused", "*.xml")];

    [Theory]
    [MemberData(nameof(RefusedFiles))]
    public void Each_bad_document_is_refused_by_name(string payload)
    {
        var name = Path.GetFileName(payload).Split('.');
        var expected = new InboundRefusal(Enum.Parse<InboundRefusalKind>(name[0]), name.Length == 4 ? name[1] : null);

        var reading = InboundXml.Read(Payloads.Bytes(payload));

        reading.Refusal.ShouldBe(expected);
        reading.Message.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, InboundRefusalKind.TooLarge)]
    public void A_document_may_fill_the_limit_but_not_pass_it(int beyond, InboundRefusalKind? expected)
    {
        const string Before = Head + "<MsgType>text</MsgType><Content>";
        const string After = "</Content></xml>";
        var content = new string('a', InboundXml.MaxBytes + beyond - Before.Length - After.Length);

        RefusalOf(Before + content + After).ShouldBe(expected);
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, InboundRefusalKind.TooDeep)]
    public void A_document_may_nest_to_the_limit_but_no_deeper(int levels, InboundRefusalKind? expected)
    {
        var nested = string.Concat(Enumerable.Repeat("<a>", levels - 1)) + string.Concat(Enumerable.Repeat("</a>", levels - 1));

        RefusalOf(Head + "<MsgType>text</MsgType><Content/>" + nested + "</xml>").ShouldBe(expected);
    }

    [Theory]
    [InlineData(1024, null)]
    [InlineData(1025, InboundRefusalKind.TooManyElements)]
    public void A_document_may_have_so_many_elements_and_no_more(int elements, InboundRefusalKind? expected)
    {
        var others = string.Concat(Enumerable.Repeat("<a/>", elements - 6));

        RefusalOf(Head + "<MsgType>text</MsgType><Content/>" + others + "</xml>").ShouldBe(expected);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused() =>
        InboundXml.Read(new byte[] { 0xFF, 0xFE, 0x3C, 0x00 }).Refusal.ShouldBe(new InboundRefusal(InboundRefusalKind.NotUtf8));

    [Fact]
    public void No_bytes_are_refused() =>
        InboundXml.Read(ReadOnlyMemory<byte>.Empty).Refusal.ShouldBe(new InboundRefusal(InboundRefusalKind.Empty));

    private static InboundRefusalKind? RefusalOf(string xml) => InboundXml.Read(Encoding.UTF8.GetBytes(xml)).Refusal?.Kind;
}

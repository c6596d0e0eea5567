using System.Text;
using WeChatBridge.WeChat.Callbacks;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.WeChat.Tests.Callbacks;

public class SealedEnvelopeTests
{
    [Fact]
    public void The_ciphertext_and_the_account_are_read()
    {
        var reading = Read("<xml><ToUserName><![CDATA[gh_sample]]></ToUserName><Encrypt><![CDATA[AAAA]]></Encrypt></xml>");

        reading.Refusal.ShouldBeNull();
        reading.ToUserName.ShouldBe("gh_sample");
        reading.Encrypted.ShouldBe("AAAA");
    }

    [Fact]
    public void In_compatible_mode_the_clear_fields_beside_it_do_no_harm()
    {
        var reading = Read("<xml><MsgType>text</MsgType><Content>&lt;Encrypt&gt;</Content><Encrypt>AAAA</Encrypt></xml>");

        reading.Encrypted.ShouldBe("AAAA");
        reading.ToUserName.ShouldBeNull();
    }

    [Theory]
    [InlineData("<xml><ToUserName>gh_sample</ToUserName></xml>")]
    [InlineData("<xml><Encrypt></Encrypt></xml>")]
    [InlineData("<xml><a><Encrypt>AAAA</Encrypt></a></xml>")]
    public void An_envelope_without_a_ciphertext_is_refused(string xml) =>
        Read(xml).Refusal.ShouldBe(new InboundRefusal(InboundRefusalKind.MissingField, "Encrypt"));

    [Fact]
    public void What_is_not_xml_is_refused() => Read("{}").Refusal.ShouldBe(new InboundRefusal(InboundRefusalKind.NotXml));

    [Fact]
    public void A_reply_is_written_as_the_platform_shows_it() =>
        Encoding.UTF8.GetString(SealedEnvelope.Write("AAAA", "0123", "1713424427", "415670741")).ShouldBe(
            "<xml><Encrypt><![CDATA[AAAA]]></Encrypt><MsgSignature><![CDATA[0123]]></MsgSignature>"
            + "<TimeStamp>1713424427</TimeStamp><Nonce><![CDATA[415670741]]></Nonce></xml>");

    [Theory]
    [InlineData("1</TimeStamp>")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("")]
    public void A_timestamp_that_is_not_a_whole_number_is_never_written(string timestamp) =>
        Should.Throw<FormatException>(() => SealedEnvelope.Write("AAAA", "0123", timestamp, "1"));

    private static EnvelopeReading Read(string xml) => SealedEnvelope.Read(Encoding.UTF8.GetBytes(xml));
}

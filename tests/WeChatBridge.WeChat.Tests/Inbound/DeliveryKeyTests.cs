using System.Text;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Tests.Callbacks;

namespace WeChatBridge.WeChat.Tests.Inbound;

public class DeliveryKeyTests
{
    [Fact]
    public void A_message_goes_by_its_number()
    {
        KeyOf(Text("first", "1", "<MsgId>42</MsgId>")).ShouldBe("message:42");
        KeyOf(Text("again", "2", "<MsgID> 42 </MsgID>")).ShouldBe("message:42");
    }

    [Fact]
    public void A_message_without_a_number_goes_by_who_wrote_what_when()
    {
        var key = KeyOf(Text("report", "1"));

        KeyOf(Text("report", "1", "<Encrypt>differs from one repetition to the next</Encrypt>")).ShouldBe(key);
        KeyOf(Text("phone", "1")).ShouldNotBe(key);
        KeyOf(Text("report", "2")).ShouldNotBe(key);
        KeyOf(Text("report", "1", from: "oOther")).ShouldNotBe(key);
    }

    [Fact]
    public void A_message_and_an_unknown_one_without_numbers_are_told_apart_by_type()
    {
        var image = KeyOf(Push("1", "oSample", "<MsgType>image</MsgType><MediaId>m</MediaId>"));

        KeyOf(Push("1", "oSample", "<MsgType>video</MsgType><MediaId>m</MediaId>")).ShouldNotBe(image);
        KeyOf(Push("1", "oSample", "<MsgType>hologram</MsgType><MediaId>m</MediaId>")).ShouldNotBe(image);
    }

    [Fact]
    public void Two_events_of_one_follower_in_one_second_are_two()
    {
        var click = KeyOf(Event("CLICK", "<EventKey>a</EventKey>"));

        KeyOf(Event("CLICK", "<EventKey>b</EventKey>")).ShouldNotBe(click);
        KeyOf(Event("CLICK")).ShouldNotBe(click);
        KeyOf(Event("VIEW", "<EventKey>a</EventKey>")).ShouldNotBe(click);
        KeyOf(Event("never_heard_of", "<EventKey>a</EventKey>")).ShouldNotBe(click);
    }

    [Fact]
    public void An_event_spelled_differently_is_the_same()
    {
        KeyOf(Event("subscribe", "<EventKey/>")).ShouldBe(KeyOf(Event("SUBSCRIBE")));
        KeyOf(Event("debug_demo", "<EventKey/>")).ShouldBe(KeyOf(Event("Debug_Demo")));
    }

    [Theory]
    [InlineData("MASSSENDJOBFINISH", "<Status>send success</Status><MsgID>{0}</MsgID>")]
    [InlineData("TEMPLATESENDJOBFINISH", "<Status>success</Status><MsgID>{0}</MsgID>")]
    [InlineData(
        "PUBLISHJOBFINISH",
        "<PublishEventInfo><publish_id>{0}</publish_id><publish_status>0</publish_status></PublishEventInfo>")]
    [InlineData("subscribe_msg_sent_event", "<SubscribeMsgSentEvent><List><MsgID>{0}</MsgID></List></SubscribeMsgSentEvent>")]
    public void Two_jobs_that_end_in_one_second_are_two(string name, string fields)
    {
        var first = KeyOf(Event(name, string.Format(fields, 1)));

        KeyOf(Event(name, string.Format(fields, 2))).ShouldNotBe(first);
        KeyOf(Event(name, string.Format(fields, 1))).ShouldBe(first);
    }

    [Fact]
    public void No_choice_of_characters_makes_two_events_one()
    {
        string[] parts = ["", ":", "1", "::", ":1", "1:", "11", "1:1", "2:1", ":1:"];
        var events = from sender in parts
                     from second in new[] { 1, 11 }
                     from name in parts
                     from key in parts
                     select new MenuClickEvent(new InboundHeader("gh_sample", sender, second), new EventTrigger(name, key));

        events.Select(happened => happened.DeliveryKey).ShouldBeUnique();
    }

    [Fact]
    public void A_key_is_short_and_plain()
    {
        foreach (var payload in Payloads.In("inbound", "*.xml"))
        {
            var key = InboundXml.Read(Payloads.Bytes(payload)).Message!.DeliveryKey;

            key.Length.ShouldBeLessThanOrEqualTo(80);
            key.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || c == ':');
        }
    }

    [Fact]
    public void A_printed_message_shows_neither_who_wrote_it_nor_what()
    {
        foreach (var payload in Payloads.In("inbound", "*.xml"))
        {
            var reading = InboundXml.Read(Payloads.Bytes(payload));

            reading.ToString().ShouldContain(reading.Message!.DeliveryKey);
            reading.ToString().ShouldNotContain("oSampleFollower");
            reading.ToString().ShouldNotContain("报告");
        }
    }

    private static string KeyOf(string xml) => InboundXml.Read(Encoding.UTF8.GetBytes(xml)).Message.ShouldNotBeNull().DeliveryKey;

    private static string Text(string content, string time, string others = "", string from = "oSample") =>
        Push(time, from, $"<MsgType>text</MsgType><Content>{content}</Content>{others}");

    private static string Event(string name, string others = "") =>
        Push("1", "oSample", $"<MsgType>event</MsgType><Event>{name}</Event>{others}");

    private static string Push(string time, string from, string fields) =>
        $"<xml><ToUserName>gh_sample</ToUserName><FromUserName>{from}</FromUserName><CreateTime>{time}</CreateTime>{fields}</xml>";
}

using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Tests.Callbacks;

public class ReplyReadingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"errcode\":0}")]
    [InlineData("success\n")]
    [InlineData("<xml><ToUserName>")]
    [InlineData("\uFEFF<xml/>")]
    [InlineData("<!DOCTYPE xml><xml/>")]
    [InlineData("<html/>")]
    public async Task What_is_not_a_reply_gives_the_fault_notice_at_once(string body)
    {
        await using var world = await World.StartAsync();
        world.Server.AlwaysAnswers(body);

        var report = await world.Follower.SendTextAsync("你好", Cancellation);

        report.ShownText.ShouldBe(DeliveryReport.FaultNotice);
        report.Attempts.ShouldHaveSingleItem().Verdict.ShouldBe(AttemptVerdict.Unusable);
        report.Attempts[0].Detail.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("ToUserName", "somebody-else")]
    [InlineData("FromUserName", "gh_somebody")]
    [InlineData("CreateTime", "now")]
    [InlineData("MsgType", "picture")]
    [InlineData("Content", "")]
    public async Task A_text_reply_with_one_wrong_field_is_not_shown(string field, string value)
    {
        await using var world = await World.StartAsync();
        AnswerWith(world, message =>
        {
            var reply = XElement.Parse(AccountReply.Text(message, "收到"));
            reply.Element(field)!.Value = value;
            return reply.ToString();
        });

        (await world.Follower.SendTextAsync("你好", Cancellation)).ShownText.ShouldBe(DeliveryReport.FaultNotice);
    }

    [Theory]
    [InlineData(682, 1, true)]
    [InlineData(682, 3, false)]
    public async Task A_text_may_have_2048_bytes(int characters, int asciiCharacters, bool isShown)
    {
        await using var world = await World.StartAsync();
        world.Server.Replies(_ => new string('字', characters) + new string('a', asciiCharacters));

        var report = await world.Follower.SendTextAsync("你好", Cancellation);

        report.Attempts[0].Verdict.ShouldBe(isShown ? AttemptVerdict.Answered : AttemptVerdict.Unusable);
    }

    [Fact]
    public async Task Who_wrote_gets_one_article_and_who_tapped_the_menu_gets_them_all()
    {
        await using var world = await World.StartAsync();
        AnswerWith(world, message => AccountReply.News(message, 3));

        (await world.Follower.SendTextAsync("你好", Cancellation)).Shown!.Articles.Count.ShouldBe(1);
        (await world.Follower.ClickMenuAsync("NEWS", Cancellation)).Shown!.Articles.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_hand_over_to_human_service_shows_nothing_for_a_message_and_is_no_answer_to_an_event()
    {
        await using var world = await World.StartAsync();
        AnswerWith(world, message => AccountReply.Of(message, "transfer_customer_service"));

        (await world.Follower.SendTextAsync("你好", Cancellation)).Shown.ShouldBeNull();
        (await world.Follower.ClickMenuAsync("HUMAN", Cancellation)).ShownText.ShouldBe(DeliveryReport.FaultNotice);
    }

    [Theory]
    [InlineData("image", "Image", ChatKinds.Image)]
    [InlineData("voice", "Voice", ChatKinds.Voice)]
    [InlineData("video", "Video", ChatKinds.Video)]
    public async Task Media_replies_show_their_media(string type, string wrapper, string kind)
    {
        await using var world = await World.StartAsync();
        AnswerWith(world, message => AccountReply.Of(message, type, new XElement(wrapper, new XElement("MediaId", "media-1"))));

        var shown = (await world.Follower.SendTextAsync("你好", Cancellation)).Shown!;

        (shown.Kind, shown.MediaId).ShouldBe((kind, "media-1"));
    }

    [Fact]
    public async Task An_event_nobody_waits_for_gives_no_fault_notice()
    {
        await using var world = await World.StartAsync();
        world.Server.AlwaysAnswers("nonsense");
        var account = world.Platform.Account("zhengwu");

        var report = await world.Platform.Delivery.DeliverAsync(
            CallbackMessage.Event(account, "mphelper", "MASSSENDJOBFINISH"), Cancellation);

        report.Attempts[0].Verdict.ShouldBe(AttemptVerdict.Unusable);
        report.Shown.ShouldBeNull();
    }

    private static void AnswerWith(World world, Func<XElement, string> reply) => world.Server.Answers = (_, context, body) =>
        context.Response.WriteAsync(reply(XElement.Parse(body)));
}

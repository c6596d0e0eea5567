using System.Text;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;
using WeChatBridge.WeChat.Tests.Callbacks;

namespace WeChatBridge.WeChat.Tests.Replies;

public class WritingRepliesTests
{
    private static readonly InboundHeader Header = new("gh_sample", "oSampleFollower", 1714112445);
    private static readonly TextMessage Message = new(Header, new MessageIdentity("1"), "报告");
    private static readonly UnknownMessage Unknown = new(Header, "hologram", Trigger: null, MsgId: "1", "<xml/>");
    private static readonly SubscribeEvent Event = new(Header, new EventTrigger("subscribe"), Ticket: null);

    private static readonly Dictionary<string, PassiveReply> Replies = new()
    {
        ["text"] = new TextReply("<a href=\"https://example.cn\">2017年工作报告</a>\n电话 & 邮箱 ]]>"),
        ["image"] = new ImageReply("media-1"),
        ["voice"] = new VoiceReply("media-1"),
        ["video"] = new VideoReply("media-1", "标题", "说明"),
        ["video-bare"] = new VideoReply("media-1"),
        ["music"] = new MusicReply("thumb-1")
        {
            Title = "标题",
            Description = "说明",
            MusicUrl = "https://example.cn/a.mp3",
            HighQualityMusicUrl = "https://example.cn/b.mp3",
        },
        ["music-bare"] = new MusicReply("thumb-1"),
        ["news"] = NewsReply.To(Message, Card(1)),
        ["news-on-an-event"] = NewsReply.To(Event, Card(1), new NewsItem("标题2", "https://example.cn/2")),
        ["transfer"] = TransferToCustomerServiceReply.Of(Message),
        ["transfer-to-one"] = TransferToCustomerServiceReply.Of(Message, "duty@gh_sample"),
    };

    public static TheoryData<string> Golden => [.. Payloads.In("replies", "*.xml")];

    [Theory]
    [MemberData(nameof(Golden))]
    public void Each_reply_is_written_as_its_golden_file_says(string payload)
    {
        var reply = Replies[Path.GetFileNameWithoutExtension(payload)];

        var written = ReplyXml.Write(reply, "oSampleFollower", "gh_sample", DateTimeOffset.FromUnixTimeSeconds(1714112445));

        Encoding.UTF8.GetString(written).ShouldBe(Encoding.UTF8.GetString(Payloads.Bytes(payload)).TrimEnd('\n'));
    }

    [Fact]
    public void Every_reply_has_a_golden_file() =>
        Payloads.In("replies", "*.xml").Select(Path.GetFileNameWithoutExtension).ShouldBe(Replies.Keys, ignoreOrder: true);

    [Fact]
    public void Every_kind_of_reply_is_among_them()
    {
        var kinds = typeof(PassiveReply).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PassiveReply)));

        kinds.Except([typeof(NoReply)]).ShouldBe(Replies.Values.Select(reply => reply.GetType()).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void A_message_is_answered_with_one_card_only()
    {
        Should.Throw<ArgumentException>(() => NewsReply.To(Message, Card(1), Card(2))).Message.ShouldContain("1 to 1 items");
        Should.Throw<ArgumentException>(() => NewsReply.To(Unknown, Card(1), Card(2))).Message.ShouldContain("1 to 1 items");
        Should.Throw<ArgumentException>(() => NewsReply.To(Message)).Message.ShouldContain("not 0");
    }

    [Fact]
    public void An_event_is_answered_with_at_most_eight_cards()
    {
        NewsReply.To(Event, [.. Enumerable.Range(1, 8).Select(Card)]).Items.Count.ShouldBe(8);
        Should.Throw<ArgumentException>(() => NewsReply.To(Event, [.. Enumerable.Range(1, 9).Select(Card)]))
            .Message.ShouldContain("1 to 8 items");
    }

    [Fact]
    public void A_reply_without_what_it_is_about_cannot_be_made()
    {
        Should.Throw<ArgumentException>(() => new ImageReply(" "));
        Should.Throw<ArgumentException>(() => new VoiceReply(""));
        Should.Throw<ArgumentException>(() => new VideoReply(""));
        Should.Throw<ArgumentException>(() => new MusicReply(""));
        Should.Throw<ArgumentException>(() => new NewsItem("", "https://example.cn"));
        Should.Throw<ArgumentException>(() => new NewsItem("标题", ""));
    }

    private static NewsItem Card(int number) =>
        new($"标题{number}", $"https://example.cn/{number}", "说明", $"https://example.cn/{number}.png");
}

using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Custom;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Errors;
using static WeChatBridge.WeChat.Tests.AgainstSimulator.Endings;

namespace WeChatBridge.WeChat.Tests.AgainstSimulator;

public sealed class WritingToFollowersTests
{
    private static CancellationToken Cancellation => SimulatedOffice.Cancellation;

    [Fact]
    public async Task A_follower_sees_every_kind_of_message()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var picture = await DoneAsync(office.Api.Media.UploadAsync(MediaKind.Image, SimulatedOffice.Picture(), Cancellation));
        await office.Follower.SendTextAsync("在吗", Cancellation);

        await DoneAsync(SendAsync(office, CustomMessage.Text("您好😀\n第二行")));
        await DoneAsync(SendAsync(office, CustomMessage.Image(picture.MediaId)));
        await DoneAsync(SendAsync(office, CustomMessage.News(new("标题", "描述", "https://example.org/?a=1&b=2", null))));
        await DoneAsync(SendAsync(office, CustomMessage.Choices(new("满意吗？", [new("1", "满意"), new("2", "不满意")], null))));

        var shown = office.Follower.Chat.TakeLast(4).ToArray();
        shown[0].Text.ShouldBe("您好😀\n第二行");
        shown[1].MediaId.ShouldBe(picture.MediaId);
        shown[2].Articles.ShouldHaveSingleItem().Url.ShouldBe("https://example.org/?a=1&b=2");
        shown[3].Choices.Select(choice => choice.Content).ShouldBe(["满意", "不满意"]);
    }

    [Fact]
    public async Task A_published_article_is_sent_as_a_card()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var article = await PublishingTests.ArticleAsync(office, "<p>正文</p>");
        var draft = await DoneAsync(office.Api.Draft.AddAsync([article], Cancellation));
        var submitted = await DoneAsync(office.Api.FreePublish.SubmitAsync(draft.MediaId, Cancellation));
        office.Passes(office.Account.Publications.Duration);
        var state = await DoneAsync(office.Api.FreePublish.GetAsync(submitted.PublishId, Cancellation));
        await office.Follower.SendTextAsync("年报", Cancellation);

        await DoneAsync(SendAsync(office, CustomMessage.Article(state.ArticleId!)));

        office.Follower.Chat[^1].Articles.ShouldHaveSingleItem().Title.ShouldBe(article.Title);
    }

    [Fact]
    public async Task A_window_that_is_closed_or_used_up_is_told()
    {
        await using var office = await SimulatedOffice.StartAsync();
        await office.Follower.SendTextAsync("在吗", Cancellation);
        for (var count = 0; count < 5; count++)
        {
            await DoneAsync(SendAsync(office, CustomMessage.Text("在")));
        }

        (await RefusedAsync(SendAsync(office, CustomMessage.Text("在")))).Code.ShouldBe(45047);
        office.Passes(TimeSpan.FromHours(49));
        (await RefusedAsync(SendAsync(office, CustomMessage.Text("在")))).Code.ShouldBe(45015);
    }

    [Fact]
    public async Task A_follower_who_left_or_refuses_is_not_reached()
    {
        await using var office = await SimulatedOffice.StartAsync();
        await office.Follower.SendTextAsync("在吗", Cancellation);
        office.Account.CustomerMessages.Refuse(office.Follower.OpenId);
        await office.OtherFollower.UnfollowAsync(Cancellation);

        (await RefusedAsync(SendAsync(office, CustomMessage.Text("在")))).Code.ShouldBe(48002);
        var left = await RefusedAsync(office.Api.Custom.SendAsync(office.OtherFollower.OpenId, CustomMessage.Text("在"), Cancellation));
        left.Kind.ShouldBe(ErrorKind.FollowerUnreachable);
    }

    [Fact]
    public async Task Typing_is_shown_and_hidden()
    {
        await using var office = await SimulatedOffice.StartAsync();
        await office.Follower.SendTextAsync("在吗", Cancellation);

        await DoneAsync(office.Api.Custom.TypingAsync(office.Follower.OpenId, typing: true, Cancellation));
        office.Account.CustomerMessages.IsTyping(office.Follower.OpenId).ShouldBeTrue();
        await DoneAsync(office.Api.Custom.TypingAsync(office.Follower.OpenId, typing: false, Cancellation));
        office.Account.CustomerMessages.IsTyping(office.Follower.OpenId).ShouldBeFalse();

        office.Passes(TimeSpan.FromSeconds(31));
        var late = office.Api.Custom.TypingAsync(office.Follower.OpenId, typing: true, Cancellation);
        (await RefusedAsync(late)).Code.ShouldBe(45080);
    }

    [Fact]
    public async Task A_text_too_long_for_the_platform_is_refused()
    {
        await using var office = await SimulatedOffice.StartAsync();
        await office.Follower.SendTextAsync("在吗", Cancellation);

        var error = await RefusedAsync(SendAsync(office, CustomMessage.Text(new string('长', 700))));

        error.Kind.ShouldBe(ErrorKind.ContentRejected);
    }

    private static Task<ApiResult<Acknowledged>> SendAsync(SimulatedOffice office, CustomMessage message)
        => office.Api.Custom.SendAsync(office.Follower.OpenId, message, Cancellation);
}

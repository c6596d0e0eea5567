using WeChatBridge.Simulator;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Mass;
using WeChatBridge.WeChat.Errors;
using static WeChatBridge.WeChat.Tests.AgainstSimulator.Endings;
using Protection = WeChatBridge.Simulator.Api.Mass.MassProtection;

namespace WeChatBridge.WeChat.Tests.AgainstSimulator;

public sealed class MassSendingTests
{
    private static readonly MassContent Notice = MassContent.Text("停水通知😀");

    private static CancellationToken Cancellation => SimulatedOffice.Cancellation;

    [Fact]
    public async Task Articles_reach_everybody_who_follows()
    {
        await using var office = await StartAsync();
        var article = await PublishingTests.ArticleAsync(office, "<p>正文</p>");
        var draft = await DoneAsync(office.Api.Draft.AddAsync([article], Cancellation));

        var sent = await DoneAsync(office.Api.Mass.SendAllAsync(
            MassContent.Articles(draft.MediaId), tagId: null, "id-1", sendIgnoreReprint: true, Cancellation));
        (await StatusAsync(office, sent)).MsgStatus.ShouldBe("SENDING");
        office.Passes(office.Account.MassSends.Duration);

        (await StatusAsync(office, sent)).MsgStatus.ShouldBe("SEND_SUCCESS");
        var message = office.Account.MassSends.All.ShouldHaveSingleItem();
        sent.MsgId.ShouldBe($"{message.MessageId}");
        sent.MsgDataId.ShouldBe($"{message.MessageDataId}");
        message.IgnoresReprint.ShouldBeTrue();
        message.Reached.ShouldBe([office.Follower.OpenId, office.OtherFollower.OpenId], ignoreOrder: true);
    }

    [Fact]
    public async Task The_same_send_again_finds_the_first_and_sends_nothing()
    {
        await using var office = await StartAsync();
        var first = await DoneAsync(SendAllAsync(office, "id-1"));
        office.Passes(TimeSpan.FromMinutes(2));

        var again = await DoneAsync(SendAllAsync(office, "id-1"));

        again.WasAcceptedBefore.ShouldBeTrue();
        again.MsgId.ShouldBe(first.MsgId);
        office.Account.MassSends.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_send_too_soon_is_told_to_wait()
    {
        await using var office = await StartAsync();
        await DoneAsync(SendAllAsync(office, "id-1"));

        (await RefusedAsync(SendAllAsync(office, "id-1"))).Kind.ShouldBe(ErrorKind.TryLater);
    }

    [Fact]
    public async Task A_second_send_of_the_day_is_over_the_quota()
    {
        await using var office = await StartAsync(AccountKind.Subscription);
        await DoneAsync(SendAllAsync(office, "id-1"));

        var error = await RefusedAsync(SendAllAsync(office, "id-2"));

        error.Kind.ShouldBe(ErrorKind.QuotaExhausted);
        error.Code.ShouldBe(45028);
    }

    [Fact]
    public async Task A_send_goes_to_those_with_a_tag_or_to_a_list()
    {
        await using var office = await StartAsync();
        var tag = office.Account.Tags.Add("村干部", office.Follower.OpenId);

        (await DoneAsync(office.Api.Tags.GetAsync(Cancellation))).Tags.ShouldBe([new(tag.Id, "村干部", 1)]);
        await DoneAsync(office.Api.Mass.SendAllAsync(Notice, tag.Id, "id-1", sendIgnoreReprint: false, Cancellation));
        await DoneAsync(office.Api.Mass.SendAsync(
            Notice, [office.Follower.OpenId, office.OtherFollower.OpenId], "id-2", sendIgnoreReprint: false, Cancellation));
        office.Passes(office.Account.MassSends.Duration);

        office.Account.MassSends.All.Select(message => message.Reached.Count).ShouldBe([1, 2]);
        var unknownTag = office.Api.Mass.SendAllAsync(Notice, 9, "id-3", sendIgnoreReprint: false, Cancellation);
        (await RefusedAsync(unknownTag)).Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task A_subscription_account_may_not_send_to_a_list()
    {
        await using var office = await StartAsync(AccountKind.Subscription);

        var call = office.Api.Mass.SendAsync(
            Notice, [office.Follower.OpenId, office.OtherFollower.OpenId], "id", sendIgnoreReprint: false, Cancellation);

        (await RefusedAsync(call)).Kind.ShouldBe(ErrorKind.RightMissing);
    }

    [Fact]
    public async Task A_preview_reaches_one_person()
    {
        await using var office = await StartAsync();
        office.OtherFollower.WeChatName = "weixin-name";

        await DoneAsync(office.Api.Mass.PreviewAsync(Notice, office.Follower.OpenId, Cancellation));
        await DoneAsync(office.Api.Mass.PreviewByNameAsync(Notice, "weixin-name", Cancellation));

        office.Account.MassSends.Previews.Select(preview => (preview.Recipient, preview.Content.Text))
            .ShouldBe([(office.Follower.OpenId, "停水通知😀"), ("weixin-name", "停水通知😀")]);
    }

    [Fact]
    public async Task Sent_articles_can_be_withdrawn_by_number_and_by_link()
    {
        await using var office = await StartAsync();
        var article = await PublishingTests.ArticleAsync(office, "<p>正文</p>");
        var draft = await DoneAsync(office.Api.Draft.AddAsync([article, article], Cancellation));
        var sent = await DoneAsync(office.Api.Mass.SendAllAsync(
            MassContent.Articles(draft.MediaId), tagId: null, "id", sendIgnoreReprint: false, Cancellation));
        office.Passes(office.Account.MassSends.Duration);

        await DoneAsync(office.Api.Mass.DeleteAsync(sent.MsgId, 1, Cancellation));
        office.Account.MassSends.All[0].DeletedIndexes.ShouldBe([1]);
        await DoneAsync(office.Api.Mass.DeleteByUrlAsync(office.Follower.Chat[^1].Articles[1].Url, Cancellation));

        (await StatusAsync(office, sent)).MsgStatus.ShouldBe("DELETE");
    }

    [Fact]
    public async Task A_protected_account_waits_for_its_administrator()
    {
        await using var office = await StartAsync();
        office.Account.MassSends.Protection = Protection.RefusesCall;

        (await RefusedAsync(SendAllAsync(office, "id-1"))).Kind.ShouldBe(ErrorKind.AwaitingConfirmation);
        (await RefusedAsync(SendAllAsync(office, "id-1"))).Kind.ShouldBe(ErrorKind.AwaitingConfirmation);
    }

    private static async Task<SimulatedOffice> StartAsync(AccountKind kind = AccountKind.Service)
    {
        var office = await SimulatedOffice.StartAsync(kind);
        _ = (office.Follower, office.OtherFollower);
        return office;
    }

    private static Task<ApiResult<MassSent>> SendAllAsync(SimulatedOffice office, string clientMsgId)
        => office.Api.Mass.SendAllAsync(Notice, tagId: null, clientMsgId, sendIgnoreReprint: false, Cancellation);

    private static Task<MassStatus> StatusAsync(SimulatedOffice office, MassSent sent)
        => DoneAsync(office.Api.Mass.GetAsync(sent.MsgId, Cancellation));
}

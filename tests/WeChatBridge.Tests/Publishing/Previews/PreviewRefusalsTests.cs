using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Previews;

/// <summary>What is not shown to anybody outside, and why, is said before anything leaves.</summary>
public sealed class PreviewRefusalsTests : PreviewTests
{
    [Fact]
    public async Task Who_has_no_part_in_articles_may_not_have_anything_shown()
    {
        await OfficerHasBoundAsync();
        var version = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知"));

        (await TriesToShowAsync(version, Acting.CommandLine, Officer)).Refusal.ShouldNotBeNull().ShouldContain("把文章预览发到指定的微信");
        (await Newsroom.SeesAllAsync<PhonePreview>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_accounts_staff_learn_not_even_that_the_publication_exists()
    {
        await OfficerHasBoundAsync();
        var id = await HasPlannedAsync();
        var stranger = await Newsroom.TakesOnElsewhereAsync("stranger", StaffRole.SigningOfficer);
        async Task<string> RefusalOfAsync(long one) =>
            (await Bridge.Previews.AskAsync(new WantedPreview("", [], [Officer], one), stranger, Cancellation)).Refusal.ShouldNotBeNull();

        (await RefusalOfAsync(id)).ShouldBe((await RefusalOfAsync(77)).Replace("77", $"{id}"));
    }

    [Theory]
    [InlineData("Internal", "Proactive")]
    [InlineData("Public", "Withheld")]
    [InlineData("Public", "OnRequest")]
    public async Task What_is_internal_or_not_to_be_disclosed_is_not_shown(string visibility, string disclosure)
    {
        await OfficerHasBoundAsync();
        var written = await Newsroom.WritesAsync("停水通知");
        var version = await Newsroom.ReleasesAsync(
            written with { Disclosure = written.Disclosure with { Visibility = visibility, Class = disclosure } });

        (await TriesToShowAsync(version, Officer)).Refusal.ShouldNotBeNull().ShouldContain("不是主动公开、对外的内容");
    }

    [Fact]
    public async Task What_was_returned_or_sent_up_as_perhaps_secret_is_not_shown()
    {
        await OfficerHasBoundAsync();
        var (returned, first) = await Newsroom.SubmitsAsync(await Newsroom.WritesAsync("一"));
        await Newsroom.ReviewerReturnsAsync(returned);
        var (doubtful, second) = await Newsroom.SubmitsAsync(await Newsroom.WritesAsync("二"));
        await Newsroom.ReviewerSendsUpAsync(doubtful);

        (await TriesToShowAsync(first, Officer)).Refusal.ShouldNotBeNull().ShouldContain("不在审核中");
        (await TriesToShowAsync(second, Officer)).Refusal.ShouldNotBeNull().ShouldContain("上级决定");
    }

    [Fact]
    public async Task What_was_never_submitted_and_so_never_passed_the_checks_is_not_shown()
    {
        await OfficerHasBoundAsync();
        var written = await Newsroom.WritesAsync("停水通知");
        var file = await Newsroom.KeepsFileAsync(written.ToBytes(), ArticleDocument.MediaType);

        (await TriesToShowAsync(new PlannedArticle("article/9", file.Hash, written.Title), Officer))
            .Refusal.ShouldNotBeNull().ShouldContain("没有提交审核");
    }

    [Fact]
    public async Task Nobody_is_shown_anything_while_the_account_is_paused()
    {
        await OfficerHasBoundAsync();
        var id = await HasPlannedAsync();
        (await Bridge.Pauses.PauseAsync(Newsroom.Account, "检查", Newsroom.Officer, Cancellation)).Refusal.ShouldBeNull();

        (await TriesToShowAsync(id, Officer)).Refusal.ShouldNotBeNull().ShouldContain("预览也不发");
    }

    [Fact]
    public async Task Recipients_are_few_named_once_and_reachable()
    {
        var id = await HasPlannedAsync();

        (await TriesToShowAsync(id)).Refusal.ShouldNotBeNull().ShouldContain("1 到 5 个");
        (await TriesToShowAsync(id, ChiefByName, ChiefByName)).Refusal.ShouldNotBeNull().ShouldContain("不能重复");
        (await TriesToShowAsync(id, Officer)).Refusal.ShouldNotBeNull().ShouldContain("没有在 zhengwu 绑定微信");
        (await TriesToShowAsync(id, NamedRecipient.WeChat("李主任"))).Refusal.ShouldNotBeNull().ShouldContain("不像微信号");
    }

    [Fact]
    public async Task The_days_previews_are_told_beforehand_and_none_is_made_beyond_them()
    {
        await OfficerHasBoundAsync();
        ChiefsPhone.Follows.ShouldBeTrue();
        var id = await HasPlannedAsync();
        // Whether anybody has these names or not: the platform counts the calls.
        NamedRecipient[] five = [.. Enumerable.Range(1, 5).Select(i => NamedRecipient.WeChat($"somebody-{i}"))];
        for (var i = 0; i < 19; i++)
        {
            (await TriesToShowAsync(id, five)).Refusal.ShouldBeNull();
        }

        (await TriesToShowAsync(id, five[..3])).Refusal.ShouldBeNull();

        (await OfferedAsync(id)).Allowance.ShouldBe(new PreviewAllowance(98));
        await Bridge.PreviewsAreShownAsync();
        (await OfferedAsync(id)).Allowance.ShouldBe(new PreviewAllowance(98));
        (await ShowsAsync(id, Officer)).Recipients.Single().Ending.ShouldBe(PreviewEnding.Shown);

        (await TriesToShowAsync(id, Officer, ChiefByName)).Refusal.ShouldNotBeNull().ShouldContain("已用 99 次，上限 100 次，这次要用 2 次");
        Bridge.WeChat.Clock.StandStill(Now + TimeSpan.FromHours(14));
        (await OfferedAsync(id)).Allowance.Used.ShouldBe(0);
    }

    private async Task<PreviewOffer> OfferedAsync(long id) =>
        (await Bridge.Previews.LookAsync(new WantedPreview("", [], [Officer], id), Newsroom.Editor, Cancellation)).Value;
}

using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Drafts;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Simulator;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Previews;

/// <summary>Whatever goes wrong with a preview stays with the preview.</summary>
public sealed class PreviewsThatFailTests : PreviewTests
{
    [Fact]
    public async Task Who_has_no_such_weixin_name_or_does_not_follow_is_named_and_the_others_get_it()
    {
        await OfficerHasBoundAsync();
        var former = Bridge.Follower(Newsroom.Account, "oFormer000000000000000000001");
        former.WeChatName = "former";
        await former.UnfollowAsync(Cancellation);

        var preview = await ShowsAsync(await HasPlannedAsync(), NamedRecipient.WeChat("nobody"), NamedRecipient.WeChat("former"), Officer);

        var byName = preview.Recipients.ToDictionary(one => one.Label);
        byName["nobody"].Ending.ShouldBe(PreviewEnding.Refused);
        byName["nobody"].Words.ShouldContain("微信号不正确");
        byName["former"].Words.ShouldContain("没有关注公众号");
        byName["officer"].Ending.ShouldBe(PreviewEnding.Shown);
        former.Chat.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/cgi-bin/material/add_material", 40005)]
    [InlineData("/cgi-bin/draft/add", 45166)]
    [InlineData("/cgi-bin/draft/add", 50002)]
    [InlineData("/cgi-bin/message/mass/preview", 48001)]
    [InlineData("/cgi-bin/message/mass/preview", 45009)]
    public async Task The_publication_goes_out_as_planned_after_a_preview_that_failed(string path, int code)
    {
        await OfficerHasBoundAsync();
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        Spoil(FaultKind.ErrorCode, path, code);

        var failed = OnlyOne(await ShowsAsync(id, Officer));
        failed.Ending.ShouldBeOneOf(PreviewEnding.Refused, PreviewEnding.NotMade);
        failed.Words.ShouldContain($"{code}");
        await IsAsync(id, PublicationState.Scheduled);
        (await Newsroom.SeesAccountAsync()).ShouldBeNull();
        Platform.Drafts.All.ShouldBeEmpty();

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        (await IsAsync(id, PublicationState.Published)).Tries.ShouldBe(0);
        Citizen.Chat.ShouldHaveSingleItem();
        OfficersPhone.Chat.Count(shown => shown.Articles.Count > 0).ShouldBe(1);
    }

    [Fact]
    public async Task A_preview_whose_answer_is_lost_is_not_repeated_and_says_that_it_may_have_come()
    {
        await OfficerHasBoundAsync();
        Spoil(FaultKind.DropAfterActing, Preview);

        var recipient = OnlyOne(await ShowsAsync(await HasPlannedAsync(), Officer));

        recipient.Ending.ShouldBe(PreviewEnding.Unknown);
        recipient.Words.ShouldContain("可能已经收到");
        OfficersPhone.Chat.ShouldHaveSingleItem();
        Calls(Preview).ShouldBe(1);
        // It may be open on the phone at this moment.
        Platform.Drafts.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Killed_between_draft_and_preview_it_shows_nothing_any_more_and_its_draft_is_cleared()
    {
        await OfficerHasBoundAsync();
        var id = await HasPlannedAsync();
        Spoil(FaultKind.Latency, AddDraft, delay: TimeSpan.FromHours(3));
        (await TriesToShowAsync(id, Officer)).Refusal.ShouldBeNull();
        var killed = Bridge.PreviewsAreShownAsync();
        while (Platform.Drafts.All.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        await Bridge.IsKilledAsync();
        await Bridge.LaterDraftsAreClearedAsync(ErrandLedger.Lease + Minute);
        await Bridge.LaterDraftsAreClearedAsync(5 * Minute);
        await Task.WhenAny(killed);

        var preview = (await Newsroom.SeesAllAsync<PhonePreview>()).ShouldHaveSingleItem();
        preview.State.ShouldBe(PreviewState.Ended);
        preview.Words.ShouldContain("请重新办理");
        OnlyOne(preview).Ending.ShouldBe(PreviewEnding.NotMade);
        Platform.Drafts.All.ShouldBeEmpty();
        Calls(Preview).ShouldBe(0);
        OfficersPhone.Chat.ShouldBeEmpty();
        await IsAsync(id, PublicationState.Scheduled);
    }

    [Fact]
    public async Task A_draft_whose_answer_was_lost_is_found_by_its_words_and_cleared()
    {
        await OfficerHasBoundAsync();
        Spoil(FaultKind.DropAfterActing, AddDraft);

        var preview = await ShowsAsync(await HasPlannedAsync(), Officer);
        preview.Words.ShouldContain("没有收到微信平台的答复");
        Platform.Drafts.All.ShouldHaveSingleItem();
        await Bridge.LaterDraftsAreClearedAsync(5 * Minute);

        Platform.Drafts.All.ShouldBeEmpty();
        Calls(Preview).ShouldBe(0);
    }

    [Fact]
    public async Task An_account_paused_meanwhile_shows_nothing()
    {
        await OfficerHasBoundAsync();
        (await TriesToShowAsync(await HasPlannedAsync(), Officer)).Refusal.ShouldBeNull();
        (await Bridge.Pauses.PauseAsync(Newsroom.Account, "检查", Newsroom.Officer, Cancellation)).Refusal.ShouldBeNull();

        await Bridge.PreviewsAreShownAsync();

        OnlyOne((await Newsroom.SeesAllAsync<PhonePreview>()).Single()).Words.ShouldContain("暂停");
        (Calls(AddDraft), Calls(Preview)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task An_approval_refused_meanwhile_shows_nothing()
    {
        await OfficerHasBoundAsync();
        var version = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知"));
        (await TriesToShowAsync(version, Officer)).Refusal.ShouldBeNull();
        (await Newsroom.TakesBackAsync(version.ContentHash)).Refusal.ShouldBeNull();

        await Bridge.PreviewsAreShownAsync();

        OnlyOne((await Newsroom.SeesAllAsync<PhonePreview>()).Single()).Words.ShouldContain("不能发预览");
        Calls(Preview).ShouldBe(0);
    }
}

using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Drafts;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Simulator;

namespace WeChatBridge.Tests.Publishing.Previews;

/// <summary>A message is looked at on the phones of named people before it goes out, and by nobody else.</summary>
public sealed class ShowingOnPhonesTests : PreviewTests
{
    [Fact]
    public async Task The_named_people_see_it_and_no_follower_does()
    {
        await OfficerHasBoundAsync();
        ChiefsPhone.Follows.ShouldBeTrue();
        var id = await HasPlannedAsync();

        var preview = await ShowsAsync(id, Officer, ChiefByName);

        preview.Recipients.Select(one => (one.Label, one.Ending)).ShouldBe(
            [("officer", PreviewEnding.Shown), (Chief, PreviewEnding.Shown)], ignoreOrder: true);
        OfficersPhone.Chat.ShouldHaveSingleItem().Articles.ShouldHaveSingleItem().Title.ShouldBe("停水通知");
        ChiefsPhone.Chat.ShouldHaveSingleItem().Articles.ShouldHaveSingleItem().Title.ShouldBe("停水通知");
        Citizen.Chat.ShouldBeEmpty();
        Platform.MassSends.All.ShouldBeEmpty();
        Platform.Publications.All.ShouldBeEmpty();
        (Calls(SendAll), Calls(Submit), Calls(Preview)).ShouldBe((0, 0, 2));
    }

    [Fact]
    public async Task It_says_what_was_shown_by_whom_and_to_whom_and_no_openid_or_weixin_name_stands_in_the_trail()
    {
        await OfficerHasBoundAsync();
        ChiefsPhone.Follows.ShouldBeTrue();
        var id = await HasPlannedAsync();

        var preview = await ShowsAsync(id, Officer, ChiefByName);

        var planned = (await Newsroom.SeesAsync(id)).Items.Single();
        (preview.AskedBy, preview.PublicationId).ShouldBe(("editor", id));
        preview.Items.ShouldHaveSingleItem().ContentHash.ShouldBe(planned.ContentHash);
        var trail = await Newsroom.SeesWholeTrailAsync();
        var asked = trail.Single(entry => entry.Action == "preview.ask");
        (asked.Actor, asked.Subject).ShouldBe(("editor", $"preview/{preview.Id}"));
        asked.Detail.ShouldContain($"publication/{id}");
        asked.Detail.ShouldContain(planned.ContentHash);
        asked.Detail.ShouldContain("staff/officer");
        trail.Single(entry => entry.Action == "preview.ended").Detail.ShouldContain("staff/officer Shown");
        trail.ShouldAllBe(entry => !entry.Detail.Contains(OfficersPhone.OpenId) && !entry.Detail.Contains(Chief));
        Bridge.Log.ShouldAllBe(line => !line.Contains(OfficersPhone.OpenId) && !line.Contains(Chief));
    }

    [Fact]
    public async Task Its_draft_can_be_opened_for_a_while_and_then_is_cleared()
    {
        await OfficerHasBoundAsync();
        await ShowsAsync(await HasPlannedAsync(), Officer);
        Platform.Drafts.All.ShouldHaveSingleItem();

        await Bridge.LaterDraftsAreClearedAsync(Lifetime - Minute);
        Platform.Drafts.All.ShouldHaveSingleItem();

        await Bridge.LaterDraftsAreClearedAsync(2 * Minute);

        Platform.Drafts.All.ShouldBeEmpty();
        await Bridge.LaterDraftsAreClearedAsync(Lifetime);
        Calls(DeleteDraft).ShouldBe(1);
        (await Newsroom.SeesAllAsync<OwnDraft>()).ShouldHaveSingleItem().State.ShouldBe(OwnDraftState.Gone);
    }

    [Fact]
    public async Task The_publication_goes_out_afterwards_with_a_draft_of_its_own_and_the_pictures_that_are_there_already()
    {
        await OfficerHasBoundAsync();
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await ShowsAsync(id, Officer);

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        await IsAsync(id, PublicationState.Published);
        Platform.MassSends.All.ShouldHaveSingleItem();
        Citizen.Chat.ShouldHaveSingleItem();
        (Calls(AddDraft), Calls("/cgi-bin/material/add_material")).ShouldBe((2, 1));
        // The preview's own draft is still there to be opened, and cleared in its time.
        Platform.Drafts.All.ShouldHaveSingleItem();
        (await Newsroom.SeesTrailAsync(id)).ShouldBe(["publication.begin", "publication.submitted", "publication.published"]);
    }

    [Fact]
    public async Task A_sending_that_lost_its_draft_does_not_take_the_previews_for_it()
    {
        await OfficerHasBoundAsync();
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await ShowsAsync(id, Officer);
        Spoil(FaultKind.DropBeforeActing, AddDraft);
        await Bridge.DueIsWorkedOffAsync();

        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PassesAsync(Moment);

        await IsAsync(id, PublicationState.Published);
        Platform.Drafts.All.ShouldHaveSingleItem();
        Calls(AddDraft).ShouldBe(3);
    }

    [Fact]
    public async Task A_version_that_is_still_examined_is_shown_once_it_has_passed_the_secrecy_check()
    {
        await OfficerHasBoundAsync();
        var (review, version) = await Newsroom.SubmitsAsync(await Newsroom.WritesAsync("停水通知"));
        (await TriesToShowAsync(version, Officer)).Refusal.ShouldNotBeNull().ShouldContain("还没有通过保密审查");

        await Newsroom.ReviewerApprovesAsync(review);
        (await TriesToShowAsync(version, Newsroom.Officer, Officer)).Refusal.ShouldBeNull();
        await Bridge.PreviewsAreShownAsync();

        OfficersPhone.Chat.ShouldHaveSingleItem().Articles.ShouldHaveSingleItem().Title.ShouldBe("停水通知");
        Citizen.Chat.ShouldBeEmpty();
    }
}

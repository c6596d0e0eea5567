using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Simulator;
using WeChatBridge.Simulator.Api.Mass;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>群发保护 refuses the call, and the administrator decides within 30 minutes: until then nobody knows.</summary>
public sealed class ConfirmingMassSendsTests : SendingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_administrator_confirms_is_known_as_sent_whether_or_not_the_event_comes(bool isEventLost)
    {
        var id = await AwaitsAsync("停水通知");
        Platform.Jobs.LoseNextEvents(isEventLost ? 1 : 0);
        await Bridge.PassesAsync(5 * Minute);
        Calls(SendAll).ShouldBe(1);
        Platform.MassSends.AdminConfirms(Platform.MassSends.AskedOfAdmin.ShouldHaveSingleItem().MessageId);

        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PassesAsync(26 * Minute);
        await Bridge.PassesAsync(2 * Minute);

        (await IsAsync(id, PublicationState.Published)).TaskId
            .ShouldBe($"{Platform.MassSends.All.ShouldHaveSingleItem().MessageId}");
        Bridge.Follower(Worlds.Newsroom.Account).Chat.ShouldHaveSingleItem();
        Calls(SendAll).ShouldBe(2);
        (await Newsroom.SeesAllAsync<UnmatchedOutcome>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_administrator_declines_stands_still_and_is_not_asked_for_again()
    {
        var id = await AwaitsAsync("停水通知");
        Platform.MassSends.AdminRefuses(Platform.MassSends.AskedOfAdmin.ShouldHaveSingleItem().MessageId);

        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PassesAsync(40 * Minute);

        (await IsStoppedAsync(id, StopReason.NotConfirmed)).StopWords.ShouldContain("拒绝了这次群发");
        Calls(SendAll).ShouldBe(1);
    }

    [Fact]
    public async Task What_the_administrator_forgets_stands_still()
    {
        var id = await AwaitsAsync("停水通知");

        await Bridge.PassesAsync(30 * Minute);
        await Bridge.PassesAsync(2 * Minute);

        (await IsStoppedAsync(id, StopReason.NotConfirmed)).StopWords.ShouldContain("30 分钟");
        Calls(SendAll).ShouldBe(1);
        Platform.MassSends.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_no_event_comes_it_is_asked_for_once_and_then_left_to_a_person()
    {
        var id = await AwaitsAsync("停水通知");
        Platform.Jobs.LoseNextEvents(1);

        await Bridge.PassesAsync(10 * Minute);
        Calls(SendAll).ShouldBe(1);
        await Bridge.PassesAsync(22 * Minute);
        await Bridge.PassesAsync(20 * Minute);

        var publication = await IsAsync(id, PublicationState.OutcomeUnknown);
        publication.StopWords.ShouldContain("又在等公众号管理员确认");
        publication.AskAgainAt.ShouldBeNull();
        Calls(SendAll).ShouldBe(2);
    }

    [Fact]
    public async Task A_call_whose_answer_was_lost_waits_for_the_administrator_too()
    {
        Platform.MassSends.Protection = MassProtection.RefusesCall;
        Spoil(FaultKind.DropAfterActing, SendAll);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(2 * Minute);
        (await IsAsync(id, PublicationState.OutcomeUnknown)).StopWords.ShouldContain("群发保护");
        Platform.MassSends.AdminConfirms(Platform.MassSends.AskedOfAdmin.ShouldHaveSingleItem().MessageId);
        Platform.Jobs.LoseNextEvents(1);

        await Bridge.PassesAsync(30 * Minute);
        await Bridge.PassesAsync(2 * Minute);

        await IsAsync(id, PublicationState.Published);
        Platform.MassSends.All.ShouldHaveSingleItem();
    }

    private async Task<long> AwaitsAsync(string title)
    {
        Platform.MassSends.Protection = MassProtection.RefusesCall;
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, title);
        await Bridge.DueIsWorkedOffAsync();
        var publication = await IsAsync(id, PublicationState.OutcomeUnknown);
        publication.StopWords.ShouldContain("群发保护：等公众号管理员在手机上确认");
        (await Newsroom.TakesBackAsync(publication.Items.Single().ContentHash)).Refusal.ShouldNotBeNull();
        return id;
    }
}

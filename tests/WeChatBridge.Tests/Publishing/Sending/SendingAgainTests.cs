using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Simulator;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>What a person believed not sent is tried again.</summary>
public sealed class SendingAgainTests : SendingTests
{
    [Fact]
    public async Task A_mass_send_settled_as_not_sent_by_mistake_and_tried_again_reaches_followers_once()
    {
        Spoil(FaultKind.DropAfterActing, SendAll, times: 2);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(2 * Minute);
        var lost = await IsAsync(id, PublicationState.OutcomeUnknown);
        var seen = new PublicationAct(id, lost.Revision, Newsroom.Officer);
        var settled = (await Bridge.Settling.SettleAsNotSentAsync(seen, "手机上没看到", Cancellation)).Value;

        var again = new PublicationAct(id, settled.Revision, Newsroom.Officer);
        (await Bridge.Rescheduling.RetryAsync(again, Cancellation)).Refusal.ShouldBeNull();
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(2 * Minute);

        (await IsAsync(id, PublicationState.Published)).ClientMessageId.ShouldBe(lost.ClientMessageId);
        Platform.MassSends.All.ShouldHaveSingleItem();
        Bridge.Follower("zhengwu").Chat.ShouldHaveSingleItem();
    }
}

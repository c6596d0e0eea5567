using WeChatBridge.CommandLine;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Simulator;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>What there is to go by for the person who settles an unknown outcome.</summary>
public sealed class EvidenceOfUnknownOutcomesTests : SendingTests
{
    [Fact]
    public async Task What_the_platform_tells_of_a_task_nobody_knows_is_shown_to_who_settles_it()
    {
        await Bridge.WeChatTellsAsync("MASSSENDJOBFINISH", ("MsgID", "990001"), ("Status", "send success"));
        Bridge.WeChat.Clock.StandStill(Now + Minute);
        Spoil(FaultKind.DropAfterActing, SendAll, times: 2);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(2 * Minute);
        await IsAsync(id, PublicationState.OutcomeUnknown);

        var sheet = (await Bridge.Publications.ShowAsync(id, Newsroom.Officer, Cancellation)).Value;

        var sent = Platform.MassSends.All.ShouldHaveSingleItem();
        var heard = sheet.Heard.ShouldHaveSingleItem();
        heard.Report.TaskId.ShouldBe($"{sent.MessageId}");
        var lines = PublicationLines.Whole(sheet);
        lines.ShouldContain($"平台的编号 {sent.MessageId}：已经发出，应发 1 人，实际要发 1 人，成功 1 人，失败 0 人 http");
        lines.ShouldNotContain("990001");
        (await Bridge.Settling.SettleAsNotSentAsync(
            new PublicationAct(id, sheet.Publication.Revision, Newsroom.Officer), "看过了", Cancellation)).Refusal.ShouldBeNull();
        (await Bridge.Publications.ShowAsync(id, Newsroom.Officer, Cancellation)).Value.Heard.ShouldBeEmpty();
    }
}

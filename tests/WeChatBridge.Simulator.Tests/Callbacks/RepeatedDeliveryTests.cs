using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Tests.Callbacks;

public class RepeatedDeliveryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_to_the_first_attempt_ends_it()
    {
        await using var world = await World.StartAsync();
        world.Server.Replies(_ => "联系电话：0470-0000000");

        var report = await world.Follower.SendTextAsync("联系电话", Cancellation);

        report.ShownText.ShouldBe("联系电话：0470-0000000");
        report.Attempts.ShouldHaveSingleItem().Verdict.ShouldBe(AttemptVerdict.Answered);
        world.Follower.Chat.Select(item => item.Side).ShouldBe([ChatSide.Follower, ChatSide.Account]);
    }

    [Fact]
    public async Task Silence_is_asked_three_times_and_then_the_fault_notice_is_shown()
    {
        await using var world = await World.StartAsync();
        world.Server.Answers = (_, context, _) => AccountServer.NeverAnswersAsync(context);

        var start = world.Platform.Clock.GetUtcNow();
        var sending = world.Follower.SendTextAsync("你好", Cancellation);
        await PassFiveSecondsAsync(world, times: 3);
        var report = await sending;

        report.Attempts.Select(attempt => attempt.Verdict).ShouldBe(Enumerable.Repeat(AttemptVerdict.TimedOut, 3));
        report.Attempts.Select(attempt => (attempt.StartedAt - start).TotalSeconds).ShouldBe([0, 5, 10]);
        report.ShownText.ShouldBe("该公众号提供的服务出现故障，请稍后再试");
        world.Follower.Chat[^1].Side.ShouldBe(ChatSide.Platform);
    }

    [Fact]
    public async Task A_repeat_carries_the_same_message_under_a_new_signature()
    {
        await using var world = await World.StartAsync();
        world.Server.Answers = (number, context, body) => number < 3
            ? AccountServer.NeverAnswersAsync(context)
            : context.Response.WriteAsync(AccountReply.Text(XElement.Parse(body), "到了"));

        var sending = world.Follower.SendTextAsync("你好", Cancellation);
        await PassFiveSecondsAsync(world, times: 2);
        (await sending).ShownText.ShouldBe("到了");

        var received = world.Server.Received.ToArray();
        received.Select(request => request.Body).Distinct().ShouldHaveSingleItem();
        received.Select(request => request["signature"]).Distinct().Count().ShouldBe(3);
        received.Select(request => request["nonce"]).Distinct().Count().ShouldBe(3);
        received.Select(request => long.Parse(request["timestamp"]) - long.Parse(received[0]["timestamp"])).ShouldBe([0, 5, 10]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    [InlineData(302)]
    public async Task A_status_other_than_200_is_asked_again_at_the_fifth_second(int status)
    {
        await using var world = await World.StartAsync();
        world.Server.Answers = (number, context, _) =>
        {
            context.Response.StatusCode = number == 1 ? status : 200;
            return Task.CompletedTask;
        };

        var sending = world.Follower.SendTextAsync("你好", Cancellation);
        await PassThePauseAsync(world);
        var report = await sending;

        report.Attempts.Select(attempt => attempt.Verdict).ShouldBe([AttemptVerdict.Refused, AttemptVerdict.NothingToSay]);
        report.Attempts[0].StatusCode.ShouldBe(status);
        report.Shown.ShouldBeNull();
    }

    [Fact]
    public async Task A_broken_connection_is_asked_again()
    {
        await using var world = await World.StartAsync();
        world.Server.Answers = (number, context, _) =>
        {
            if (number == 1)
            {
                context.Abort();
            }

            return Task.CompletedTask;
        };

        var sending = world.Follower.SendTextAsync("你好", Cancellation);
        await PassThePauseAsync(world);

        (await sending).Attempts.Select(attempt => attempt.Verdict).ShouldBe([AttemptVerdict.Unreachable, AttemptVerdict.NothingToSay]);
    }

    [Theory]
    [InlineData("success")]
    [InlineData("")]
    public async Task Nothing_to_say_shows_nothing_and_is_not_asked_again(string body)
    {
        await using var world = await World.StartAsync();
        world.Server.AlwaysAnswers(body);

        var report = await world.Follower.SendTextAsync("你好", Cancellation);

        report.Attempts.ShouldHaveSingleItem().Verdict.ShouldBe(AttemptVerdict.NothingToSay);
        report.Shown.ShouldBeNull();
        world.Follower.Chat.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_asked_while_the_clock_is_moved_has_its_five_seconds_from_where_it_stops()
    {
        await using var world = await World.StartAsync();
        var goOn = new TaskCompletionSource();
        world.Server.Answers = (_, _, _) => goOn.Task;
        Task<DeliveryReport>? sending = null;
        using var timer = world.Platform.Clock.CreateTimer(
            _ => sending = world.Follower.SendTextAsync("你好", Cancellation), null, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);

        world.Platform.Clock.Advance(TimeSpan.FromHours(1));
        await world.Server.ArrivalAsync(Cancellation);
        goOn.SetResult();

        (await sending!).Attempts.ShouldHaveSingleItem().Verdict.ShouldBe(AttemptVerdict.NothingToSay);
    }

    [Fact]
    public async Task Every_attempt_stands_in_the_ledger()
    {
        await using var world = await World.StartAsync();
        world.Server.Answers = (_, context, _) => AccountServer.NeverAnswersAsync(context);

        var sending = world.Follower.SendTextAsync("你好", Cancellation);
        await PassFiveSecondsAsync(world, times: 3);
        await sending;

        var entries = world.Platform.Ledger.Find(account: "zhengwu", direction: LedgerDirection.Sent, kind: LedgerKinds.Message);
        entries.Select(entry => entry.Summary).ShouldBe(["text #1", "text #2", "text #3"]);
        entries.ShouldAllBe(entry => entry.Path == "/callback/zhengwu" && entry.Outcome == "TimedOut");
    }

    [Fact]
    public async Task The_last_message_can_be_delivered_again_under_its_own_id()
    {
        await using var world = await World.StartAsync();
        await world.Follower.SendTextAsync("你好", Cancellation);

        await world.Follower.RepeatLastAsync(Cancellation);

        var received = world.Server.Received.ToArray();
        received.Length.ShouldBe(2);
        received[1].Body.ShouldBe(received[0].Body);
        received[1]["nonce"].ShouldNotBe(received[0]["nonce"]);
        world.Follower.Chat.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Many_followers_at_once_get_their_own_answers()
    {
        await using var world = await World.StartAsync();
        world.Server.Replies(message => message.Element("Content")!.Value + "！");

        var account = world.Platform.Account("zhengwu");
        var reports = await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            account.Follower($"o{number % 10}").SendTextAsync($"{number}", Cancellation)));

        reports.Select(report => report.ShownText).ShouldBe(Enumerable.Range(0, 50).Select(number => $"{number}！"));
        world.Server.Received.Select(request => request.Xml.Element("MsgId")!.Value).Distinct().Count().ShouldBe(50);
        world.Platform.Ledger.Entries.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, 50).Select(number => (long)number));
    }

    // The request has arrived, so its five seconds are running.
    private static async Task PassFiveSecondsAsync(World world, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await world.Server.ArrivalAsync(Cancellation);
            world.Platform.Clock.Advance(CallbackDelivery.Patience);
        }
    }

    // The failed attempt is in the ledger, so the next timer is the pause before the repetition.
    private static async Task PassThePauseAsync(World world)
    {
        await world.Platform.Ledger.WaitForAsync(entry => entry.Account == "zhengwu", Cancellation);
        await world.Platform.Clock.TimerSetAsync(Cancellation);
        world.Platform.Clock.Advance(CallbackDelivery.Patience);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WeChatBridge.Accounts;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Audit;
using WeChatBridge.Callbacks;
using WeChatBridge.Inbox;
using WeChatBridge.Publishing;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Tests.Storage;

public abstract class NumberingReceiptsTests(StoreSource source) : StoreTests(source)
{
    private static readonly ServedAccount Town = new("zhengwu", 0, "红花尔基镇政务", ContactCard.Empty, null);

    private static readonly WorkingCalendar Calendar = new([], new CalendarOptions(), OfficeHours.Parse("08:30-17:30"));

    [Fact]
    public async Task Two_instances_that_take_messages_at_once_never_give_a_number_twice()
    {
        using var one = await InstanceAsync();
        using var other = await InstanceAsync();
        var followers = Enumerable.Range(0, 24).Select(number => $"oSampleFollower{number:000}").ToList();

        var receipts = await Task.WhenAll(followers.Select((follower, index) => Task.Run(
            async () =>
            {
                var instance = index % 2 == 0 ? one : other;
                await instance.HearsAsync(follower, "留言", $"a{index}");
                return await instance.HearsAsync(follower, "路灯坏了", $"b{index}");
            },
            Cancellation)));

        receipts.Select(receipt => receipt.Split("编号 ")[1][..11]).Distinct().Count().ShouldBe(followers.Count);
        (await CountAsync<InboxMessage>()).ShouldBe(followers.Count);
        (await CountAsync<InboxPart>()).ShouldBe(followers.Count);
    }

    [Fact]
    public async Task The_same_words_delivered_to_two_instances_are_one_message_with_one_receipt()
    {
        using var one = await InstanceAsync();
        using var other = await InstanceAsync();
        await one.HearsAsync("oSampleFollower", "留言", "a");

        var receipts = await Task.WhenAll(
            Task.Run(() => one.HearsAsync("oSampleFollower", "路灯坏了", "b"), Cancellation),
            Task.Run(() => other.HearsAsync("oSampleFollower", "路灯坏了", "b"), Cancellation));

        receipts[0].ShouldBe(receipts[1]);
        (await CountAsync<InboxMessage>()).ShouldBe(1);
        (await CountAsync<InboxPart>()).ShouldBe(1);
    }

    private async Task<Instance> InstanceAsync()
    {
        var contexts = NewInstance().GetRequiredService<IDbContextFactory<BridgeContext>>();
        var along = new TakingAlong(new Intake(new ReceiptBook(), Calendar, new InboxOptions()), Calendar);
        var instance = new Instance(
            new ConversationRouter(
                [new TakeoverRespondent(along, Calendar), new InboxRespondent(along)],
                contexts,
                Clock,
                NullLogger<ConversationRouter>.Instance),
            new PublicationOutcome(new AuditTrail(Clock), Clock),
            new InboundLog(contexts, NullLogger<InboundLog>.Instance));
        await instance.StartAsync();
        return instance;
    }

    private sealed class Instance(ConversationRouter conversations, PublicationOutcome outcomes, InboundLog log) : IDisposable
    {
        private readonly FollowerOrder _order = new();

        public Task StartAsync() => log.StartAsync(Cancellation);

        public async Task<string> HearsAsync(string follower, string words, string number)
        {
            var message = new TextMessage(new InboundHeader("gh_sample", follower, 1_763_800_000), new MessageIdentity(number), words);
            var router = new MessageRouter(conversations, outcomes, log, _order, NullLogger<MessageRouter>.Instance);
            return ((TextReply)await router.RouteAsync(Town, message, Cancellation)).Content;
        }

        public void Dispose()
        {
            log.Dispose();
            _order.Dispose();
        }
    }

    public sealed class OnSqlite() : NumberingReceiptsTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : NumberingReceiptsTests(server);
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WeChatBridge.Answers;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Callbacks;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Storage;

public abstract class AdmittingArrivalsTests(StoreSource source) : StoreTests(source)
{
    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_is_not_stored()
    {
        using var log = await StartedLogAsync();
        (await log.AdmitAsync(Delivery("m1", "第一次"), [], Cancellation)).ReplyText.ShouldBe("第一次");

        var repeat = await log.AdmitAsync(Delivery("m1", "第二次"), [], Cancellation);

        repeat.ReplyText.ShouldBe("第一次");
        (await CountAsync<InboundDelivery>()).ShouldBe(1);
    }

    [Fact]
    public async Task Two_accounts_may_have_a_message_of_the_same_number()
    {
        using var log = await StartedLogAsync();
        await log.AdmitAsync(Delivery("m1", "政务", "zhengwu"), [], Cancellation);

        (await log.AdmitAsync(Delivery("m1", "人大", "renda"), [], Cancellation)).ReplyText.ShouldBe("人大");
        (await CountAsync<InboundDelivery>()).ShouldBe(2);
    }

    [Fact]
    public async Task A_repeat_in_the_same_commit_gets_the_first_answer()
    {
        using var log = NewLog();
        var first = log.AdmitAsync(Delivery("m1", "第一次"), [], Cancellation);
        var repeat = log.AdmitAsync(Delivery("m1", "第二次"), [], Cancellation);
        var other = log.AdmitAsync(Delivery("m2", "另一条"), [], Cancellation);
        await log.StartAsync(Cancellation);

        (await Task.WhenAll(first, repeat, other)).Select(stored => stored.ReplyText).ShouldBe(["第一次", "第一次", "另一条"]);
        (await CountAsync<InboundDelivery>()).ShouldBe(2);
    }

    [Fact]
    public async Task An_instance_that_is_overtaken_answers_as_the_other_did()
    {
        // The rival's row appears after this instance looked and before it writes: the moment that cannot be hit by trying often.
        using var log = NewLog(new OvertakenContexts(Contexts, Delivery("m1", "先到")));
        await log.StartAsync(Cancellation);

        var overtaken = log.AdmitAsync(Delivery("m1", "后到"), [], Cancellation);

        (await overtaken).ReplyText.ShouldBe("先到");
        (await log.AdmitAsync(Delivery("m2", "下一条"), [], Cancellation)).ReplyText.ShouldBe("下一条");
        (await CountAsync<InboundDelivery>()).ShouldBe(2);
    }

    [Fact]
    public async Task Two_instances_that_admit_the_same_messages_give_the_same_answers()
    {
        using var one = await StartedLogAsync();
        using var other = NewLog(NewInstance().GetRequiredService<IDbContextFactory<BridgeContext>>());
        await other.StartAsync(Cancellation);
        var keys = Enumerable.Range(0, 60).Select(number => $"m{number}").ToList();

        var answers = await Task.WhenAll(keys.Select(key => Task.WhenAll(
            Task.Run(() => one.AdmitAsync(Delivery(key, "一"), [], Cancellation), Cancellation),
            Task.Run(() => other.AdmitAsync(Delivery(key, "二"), [], Cancellation), Cancellation))));

        answers.ShouldAllBe(pair => pair[0].ReplyText == pair[1].ReplyText);
        (await CountAsync<InboundDelivery>()).ShouldBe(keys.Count);
    }

    [Fact]
    public async Task An_arrival_the_store_cannot_hold_does_not_take_its_neighbours_along()
    {
        using var log = NewLog();
        await ExecuteAsync("""CREATE UNIQUE INDEX "OneWord" ON "InboundDeliveries" ("ReplyText")""");
        var first = log.AdmitAsync(Delivery("m1", "甲"), [], Cancellation);
        var refused = log.AdmitAsync(Delivery("m2", "甲"), [], Cancellation);
        var last = log.AdmitAsync(Delivery("m3", "乙"), [], Cancellation);
        await log.StartAsync(Cancellation);

        (await first).ReplyText.ShouldBe("甲");
        await Should.ThrowAsync<InboundLogUnavailableException>(() => refused);
        (await last).ReplyText.ShouldBe("乙");
        (await CountAsync<InboundDelivery>()).ShouldBe(2);
    }

    [Fact]
    public async Task What_comes_after_the_end_is_told_so()
    {
        using var log = await StartedLogAsync();
        await log.StopAsync(Cancellation);

        await Should.ThrowAsync<InboundLogUnavailableException>(() => log.AdmitAsync(Delivery("m1", "太晚"), [], Cancellation));
    }

    [Fact]
    public async Task What_was_taken_in_is_stored_before_the_end()
    {
        using var log = NewLog();
        var admissions = Enumerable.Range(0, 300).Select(number => log.AdmitAsync(Delivery($"m{number}", "答"), [], Cancellation)).ToList();

        await log.StartAsync(Cancellation);
        await log.StopAsync(Cancellation);

        (await CountAsync<InboundDelivery>()).ShouldBe(admissions.Count);
        (await Task.WhenAll(admissions)).ShouldAllBe(stored => stored.ReplyText == "答");
    }

    [Fact]
    public async Task While_the_store_is_away_everybody_who_waits_is_told_and_then_it_goes_on()
    {
        using var log = NewLog();
        await ExecuteAsync("""ALTER TABLE "InboundDeliveries" RENAME TO "Away" """);
        var admissions = Enumerable.Range(0, 5).Select(number => log.AdmitAsync(Delivery($"m{number}", "答"), [], Cancellation)).ToList();
        await log.StartAsync(Cancellation);

        foreach (var admission in admissions)
        {
            await Should.ThrowAsync<InboundLogUnavailableException>(admission);
        }

        await ExecuteAsync("""ALTER TABLE "Away" RENAME TO "InboundDeliveries" """);
        (await log.AdmitAsync(Delivery("m0", "又好了"), [], Cancellation)).ReplyText.ShouldBe("又好了");
        (await CountAsync<InboundDelivery>()).ShouldBe(1);
    }

    [Fact]
    public async Task What_follows_from_a_message_is_stored_with_it_and_not_again_for_a_repeat()
    {
        using var log = await StartedLogAsync();
        StoredEffect effect = (context, _) =>
        {
            context.Add(AnswerRating.Of("zhengwu", 1, 2, isUseful: true, Clock.GetUtcNow()));
            return Task.CompletedTask;
        };

        await log.AdmitAsync(Delivery("m1", "谢谢"), [effect], Cancellation);
        await log.AdmitAsync(Delivery("m1", "谢谢"), [effect], Cancellation);

        (await CountAsync<AnswerRating>()).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_answers_that_rest_on_the_same_talk_the_second_is_sent_back_and_its_neighbours_are_not()
    {
        using var log = NewLog();
        var first = log.AdmitAsync(Delivery("m1", "一"), [TalkReadUnder(0)], Cancellation);
        var second = log.AdmitAsync(Delivery("m2", "二"), [TalkReadUnder(0)], Cancellation);
        var neighbour = log.AdmitAsync(Delivery("m3", "三"), [], Cancellation);
        await log.StartAsync(Cancellation);

        await Should.ThrowAsync<TurnOvertakenException>(second);
        (await first).ReplyText.ShouldBe("一");
        (await neighbour).ReplyText.ShouldBe("三");
        (await log.AdmitAsync(Delivery("m2", "再答"), [TalkReadUnder(1)], Cancellation)).ReplyText.ShouldBe("再答");
        await Should.ThrowAsync<TurnOvertakenException>(log.AdmitAsync(Delivery("m4", "迟"), [TalkReadUnder(1)], Cancellation));
        (await CountAsync<InboundDelivery>()).ShouldBe(3);
    }

    private StoredEffect TalkReadUnder(int version) => (context, _) =>
    {
        Conversation.Write(context, "zhengwu", "follower", ConversationState.New with { Misses = version }, version, Clock.GetUtcNow());
        return Task.CompletedTask;
    };

    [Fact]
    public async Task The_answer_is_stored_with_where_it_came_from()
    {
        using var log = await StartedLogAsync();
        var quoted = new AnswerSource(7, 8, "报告", 2017, "一、概述", ["一、概述"], 1.5);
        var arrival = new Arrival("zhengwu", "m1", "follower", "TextMessage", "概述", Clock.GetUtcNow());
        await log.AdmitAsync(InboundDelivery.Of(arrival, new Answer(AnswerKind.Section, "答") { Source = quoted }), [], Cancellation);

        await using var context = Contexts.CreateDbContext();
        var stored = await context.Set<InboundDelivery>().SingleAsync(Cancellation);

        (stored.ReportId, stored.SectionId, stored.Question, stored.AnswerKind).ShouldBe((7, 8, "概述", AnswerKind.Section));
        (await ScalarAsync<string>("""SELECT "AnswerKind" AS "Value" FROM "InboundDeliveries" """)).ShouldBe("Section");
    }

    private InboundLog NewLog(IDbContextFactory<BridgeContext>? contexts = null) =>
        new(contexts ?? Contexts, NullLogger<InboundLog>.Instance);

    private async Task<InboundLog> StartedLogAsync()
    {
        var log = NewLog();
        await log.StartAsync(Cancellation);
        return log;
    }

    private InboundDelivery Delivery(string key, string reply, string account = "zhengwu") => InboundDelivery.Of(
        new Arrival(account, key, "follower", "TextMessage", "问", Clock.GetUtcNow()), new Answer(AnswerKind.NotFound, reply));

    /// <summary>Another instance stores its delivery just before the first save of this one.</summary>
    private sealed class OvertakenContexts(IDbContextFactory<BridgeContext> inner, InboundDelivery rival)
        : DbTransactionInterceptor, IDbContextFactory<BridgeContext>
    {
        private bool _overtaken;

        public BridgeContext CreateDbContext() => inner.CreateDbContext() switch
        {
            PostgresBridgeContext postgres => new PostgresBridgeContext(Watched(postgres)),
            var sqlite => new SqliteBridgeContext(Watched((SqliteBridgeContext)sqlite)),
        };

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default)
        {
            if (!_overtaken)
            {
                _overtaken = true;
                await using var context = inner.CreateDbContext();
                context.Add(rival);
                await context.SaveChangesAsync(cancellationToken);
            }

            return result;
        }

        private DbContextOptions<TContext> Watched<TContext>(TContext context)
            where TContext : BridgeContext =>
            new DbContextOptionsBuilder<TContext>((DbContextOptions<TContext>)context.GetService<IDbContextOptions>())
                .AddInterceptors(this).Options;
    }

    public sealed class OnSqlite() : AdmittingArrivalsTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : AdmittingArrivalsTests(server);
}

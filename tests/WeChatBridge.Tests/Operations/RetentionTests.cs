using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Audit;
using WeChatBridge.Callbacks;
using WeChatBridge.Operations;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Operations;

public abstract class RetentionTests(StoreSource source) : StoreTests(source)
{
    private const int Days = 180;

    [Fact]
    public async Task What_followers_asked_is_deleted_when_its_time_is_over_and_not_a_day_before()
    {
        await TalkAsync("old");
        Clock.Advance(TimeSpan.FromDays(1));
        await TalkAsync("new");
        Clock.Advance(TimeSpan.FromDays(Days - 1) + TimeSpan.FromMinutes(1));

        await DeleteAllAsync();

        await using var context = Contexts.CreateDbContext();
        (await context.Set<InboundDelivery>().SingleAsync(Cancellation)).OpenId.ShouldBe("new");
        (await context.Set<Conversation>().SingleAsync(Cancellation)).OpenId.ShouldBe("new");
        (await context.Set<UnansweredQuestion>().SingleAsync(Cancellation)).OpenId.ShouldBe("new");
        (await CountAsync<AnswerRating>()).ShouldBe(1);
    }

    [Fact]
    public async Task The_deletion_is_audited_with_numbers_alone_and_only_where_something_was_deleted()
    {
        await TalkAsync("old");
        Clock.Advance(TimeSpan.FromDays(Days + 1));

        await DeleteAllAsync();
        await DeleteAllAsync();

        await using var context = Contexts.CreateDbContext();
        var entry = await context.Set<AuditEntry>().SingleAsync(Cancellation);
        (entry.Actor, entry.Action, entry.Detail)
            .ShouldBe(("retention", "retention.delete", "deliveries 1; conversations 1; questions 1; ratings 1"));
    }

    [Fact]
    public async Task Much_is_deleted_in_bounded_portions()
    {
        await using (var context = Contexts.CreateDbContext())
        {
            context.AddRange(Enumerable.Range(0, 700).Select(i => UnansweredQuestion.Of("zhengwu", $"o{i}", "问题", Clock.GetUtcNow())));
            await context.SaveChangesAsync(Cancellation);
        }

        Clock.Advance(TimeSpan.FromDays(Days + 1));

        (await Desk.DeletePortionAsync(Cancellation)).ShouldBeTrue();
        (await CountAsync<UnansweredQuestion>()).ShouldBe(200);
        (await Desk.DeletePortionAsync(Cancellation)).ShouldBeTrue();
        (await Desk.DeletePortionAsync(Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_nothing_refers_to_goes_and_one_in_use_stays_however_old()
    {
        using var office = new ReadingOffice(Contexts, Clock);
        (await office.ImportsAsync("停水公告\n一、时间\n3月5日上午停水。\n", Acting.CommandLine)).Refusal.ShouldBeNull();
        await using (var context = Contexts.CreateDbContext())
        {
            context.Add(StoredFile.Of([1, 2, 3], "text/plain", Clock.GetUtcNow()));
            await context.SaveChangesAsync(Cancellation);
        }

        await DeleteAllAsync();
        (await CountAsync<StoredFile>()).ShouldBe(2, "it is not old yet");
        Clock.Advance(TimeSpan.FromDays(1000));
        await DeleteAllAsync();

        await using var after = Contexts.CreateDbContext();
        (await after.Set<StoredFile>().SingleAsync(Cancellation)).Length.ShouldNotBe(3);
    }

    [Fact]
    public async Task What_the_platform_told_of_sendings_that_are_not_ours_is_kept_for_its_own_time_and_no_longer()
    {
        await ToldOfAsync("1001");
        Clock.Advance(TimeSpan.FromDays(1));
        await ToldOfAsync("1002");

        Clock.Advance(TimeSpan.FromDays(29) + TimeSpan.FromMinutes(1));
        await DeleteAllAsync();

        await using var context = Contexts.CreateDbContext();
        (await context.Set<UnmatchedOutcome>().SingleAsync(Cancellation)).TaskId.ShouldBe("1002");
        (await context.Set<AuditEntry>().SingleAsync(Cancellation)).Detail.ShouldBe("outcomes 1");
    }

    [Fact]
    public async Task Of_several_instances_one_does_it_each_day()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var context = Contexts.CreateDbContext();
            return await StoreMark.ClaimAsync(context, StoreMark.RetentionDay, 739_000, Cancellation);
        }));

        claims.Count(claimed => claimed).ShouldBe(1);
        await using var next = Contexts.CreateDbContext();
        (await StoreMark.ClaimAsync(next, StoreMark.RetentionDay, 739_001, Cancellation)).ShouldBeTrue();
    }

    private RetentionDesk Desk => new(Contexts, new RetentionOptions { QuestionDays = Days }, new AuditTrail(Clock), Clock);

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        Clock.StandStill();
    }

    private async Task TalkAsync(string openId)
    {
        await using var context = Contexts.CreateDbContext();
        var now = Clock.GetUtcNow();
        var arrival = new Arrival("zhengwu", $"key-{openId}", openId, "TextMessage", "问题", now);
        context.Add(InboundDelivery.Of(arrival, new Answer(AnswerKind.NotFound, "没有找到")));
        Conversation.Write(context, "zhengwu", openId, ConversationState.New, 0, now);
        context.Add(UnansweredQuestion.Of("zhengwu", openId, "问题", now));
        context.Add(AnswerRating.Of("zhengwu", 1, 1, isUseful: true, now));
        await context.SaveChangesAsync(Cancellation);
    }

    // The platform tells of everything that went out, what somebody sent on its website among it.
    private async Task ToldOfAsync(string task)
    {
        await using var context = Contexts.CreateDbContext();
        var report = new TaskReport(SendingAct.MassSend, task, TaskEnding.Published, "");
        await UnmatchedOutcome.KeepAsync(context, "zhengwu", report, Clock.GetUtcNow(), Cancellation);
        await context.SaveChangesAsync(Cancellation);
    }

    private async Task DeleteAllAsync()
    {
        while (await Desk.DeletePortionAsync(Cancellation))
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    public sealed class OnSqlite() : RetentionTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : RetentionTests(server);
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.Tests.Storage;

public abstract class ClaimingPublicationsTests(StoreSource source) : StoreTests(source)
{
    [Fact]
    public async Task Of_many_workers_one_gets_a_publication_and_another_when_the_lease_has_run_out()
    {
        Clock.StandStill();
        var id = await PlanAsync();
        var book = new ClaimBook(Contexts, Clock);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => book.ClaimAsync(id, Cancellation), Cancellation)));
        claims.Count(claim => claim is not null).ShouldBe(1);
        (await book.DueAsync(Cancellation)).ShouldBeEmpty();

        Clock.Advance(ClaimBook.Lease + TimeSpan.FromSeconds(1));
        (await book.DueAsync(Cancellation)).ShouldBe([id]);
        (await book.ClaimAsync(id, Cancellation)).ShouldNotBeNull();
        var store = new SendingStore(Contexts, new AuditTrail(Clock), Clock);
        (await store.ChangeAsync(claims.Single(claim => claim is not null)!, opened => opened.Publication.Begin(opened.At))).ShouldBeFalse();
        (await ReadAsync(id)).State.ShouldBe(PublicationState.Scheduled);
    }

    [Fact]
    public async Task An_event_and_the_answer_that_names_its_task_never_miss_each_other()
    {
        Clock.StandStill();
        var audit = new AuditTrail(Clock);
        var store = new SendingStore(Contexts, audit, Clock);
        var outcomes = new PublicationOutcome(audit, Clock);
        for (var round = 0; round < 10; round++)
        {
            var id = await PlanAsync();
            var claim = (await new ClaimBook(Contexts, Clock).ClaimAsync(id, Cancellation)).ShouldNotBeNull();
            var task = $"22474{round}";
            await Task.WhenAll(
                Task.Run(() => AcceptAsync(store, claim, task), Cancellation),
                Task.Run(() => HearAsync(outcomes, task), Cancellation));

            (await ReadAsync(id)).State.ShouldBe(PublicationState.Published);
        }

        (await CountAsync<UnmatchedOutcome>()).ShouldBe(0);
        await using var context = Contexts.CreateDbContext();
        (await AuditTrail.VerifyAsync(context, Cancellation)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task An_attempt_whose_worker_lost_its_claim_meanwhile_still_has_its_answer_written_down()
    {
        Clock.StandStill();
        var id = await PlanAsync();
        var book = new ClaimBook(Contexts, Clock);
        var claim = (await book.ClaimAsync(id, Cancellation)).ShouldNotBeNull();
        var store = new SendingStore(Contexts, new AuditTrail(Clock), Clock);

        var result = await new AttemptLedger(store).CallAsync(claim, new OutgoingCall<string>(SendingStep.Draft, "", async () =>
        {
            Clock.Advance(ClaimBook.Lease + TimeSpan.FromSeconds(1));
            await book.ClaimAsync(id, Cancellation);
            return new WeChat.Api.ApiResult<string>.Done("media");
        })
        {
            Conclude = (opened, _) => throw new InvalidOperationException($"{opened.Publication.Id} belongs to another."),
        });

        result.ShouldBeNull();
        await using var context = Contexts.CreateDbContext();
        (await context.Set<SendingAttempt>().SingleAsync(Cancellation)).Outcome.ShouldBe(AttemptOutcome.Done);
    }

    [Fact]
    public async Task A_slow_round_is_made_by_one_of_many()
    {
        var now = Clock.GetUtcNow();
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            async () =>
            {
                await using var context = Contexts.CreateDbContext();
                return await SendingRound.TakeAsync(context, "zhengwu", RoundKind.Figures, (now, now.AddDays(1)), Cancellation);
            },
            Cancellation)));

        made.Count(isOurs => isOurs).ShouldBe(1);
    }

    private static Task<bool> AcceptAsync(SendingStore store, Claim claim, string task) => store.ChangeAsync(claim, async opened =>
    {
        opened.Publication.Begin(opened.At);
        opened.Publication.Accept(task, null, opened.At + OutcomeQuery.FirstDelay);
        if (await UnmatchedOutcome.TakeAsync(opened.Context, opened.Publication) is { } report)
        {
            OutcomeBook.Apply(opened, report, "event");
        }
    });

    private async Task HearAsync(PublicationOutcome outcomes, string task)
    {
        var report = new PublishReport(task, 0, $"article{task}", [new ArticleUrl(1, "http://mp.weixin.qq.com/s?a")], []);
        var message = new PublishFinishedEvent(
            new InboundHeader("gh_sample", "system", 1), new EventTrigger("PUBLISHJOBFINISH", null), report);
        await using var context = Contexts.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        await outcomes.Of("zhengwu", message).ShouldNotBeNull()(context, Cancellation);
        await context.SaveChangesAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    private async Task<long> PlanAsync()
    {
        var now = Clock.GetUtcNow();
        // Nothing is sent here: any bytes will do for the version.
        var version = StoredFile.Of(Guid.NewGuid().ToByteArray(), ArticleDocument.MediaType, now);
        var publication = Publication.Schedule(
            "zhengwu", SendingAct.Publish, null, now, [new PlannedArticle("article/1", version.Hash, "停水通知")], "officer", now);
        await using var context = Contexts.CreateDbContext();
        context.AddRange(version, publication);
        await context.SaveChangesAsync(Cancellation);
        return publication.Id;
    }

    private async Task<Publication> ReadAsync(long id)
    {
        await using var context = Contexts.CreateDbContext();
        return await context.Set<Publication>().Include(one => one.Items).SingleAsync(one => one.Id == id, Cancellation);
    }

    public sealed class OnSqlite() : ClaimingPublicationsTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : ClaimingPublicationsTests(server);
}

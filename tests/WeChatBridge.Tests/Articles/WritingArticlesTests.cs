using WeChatBridge.Answers;
using WeChatBridge.Articles;
using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Articles;

public abstract class WritingArticlesTests(StoreSource source) : StoreTests(source)
{
    private WritingOffice _office = null!;
    private Acting _editor = null!;
    private Acting _colleague = null!;
    private Acting _reviewer = null!;
    private Acting _officer = null!;

    [Fact]
    public async Task Of_two_editors_who_save_at_once_the_later_one_is_told_who_was_faster_and_overwrites_nothing()
    {
        var id = await _office.WritesAsync(_editor);
        var seen = (await _office.SeesAsync(_colleague, id)).Article.Revision;
        (await _office.SavesAsync(_editor, id, content => content with { Title = "先改的标题" }, seen)).IsDone.ShouldBeTrue();

        var late = await _office.SavesAsync(_colleague, id, content => content with { Title = "后改的标题" }, seen);

        late.Refusal.ShouldNotBeNull().ShouldContain("editor");
        late.Refusal.ShouldContain($"状态号 {seen + 1}");
        (await _office.SeesAsync(_editor, id)).Article.Title.ShouldBe("先改的标题");
        (await _office.SavesAsync(_colleague, id, content => content with { Title = "对照后的标题" }, seen + 1)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_names_no_state_goes_on_from_what_they_left_themselves()
    {
        var id = await _office.WritesAsync(_editor);
        var seen = (await _office.SeesAsync(_colleague, id)).Article.Revision;
        (await _office.SavesAsync(_editor, id, content => content with { Title = "甲" })).IsDone.ShouldBeTrue();
        (await _office.SavesAsync(_colleague, id, content => content with { Title = "乙" })).Refusal.ShouldNotBeNull();
        (await _office.SavesAsync(_colleague, id, content => content with { Title = "丙" }, seen + 1)).IsDone.ShouldBeTrue();

        (await _office.SavesAsync(_editor, id, content => content with { Title = "丁" })).Refusal.ShouldNotBeNull().ShouldContain("colleague");
        (await _office.SetsCoverAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("colleague");
        (await _office.SubmitsAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("colleague");
        (await _office.DiscardsAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("colleague");
        (await _office.SeesAsync(_editor, id)).Article.Title.ShouldBe("丙");
    }

    [Fact]
    public async Task Of_two_saves_at_the_same_moment_one_counts()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = await _office.WritesAsync(_editor);
            var seen = (await _office.SeesAsync(_editor, id)).Article.Revision;

            var saves = await Task.WhenAll(
                Task.Run(() => _office.SavesAsync(_editor, id, content => content with { Title = "甲" }, seen), Cancellation),
                Task.Run(() => _office.SavesAsync(_colleague, id, content => content with { Title = "乙" }, seen), Cancellation));

            saves.Count(save => save.IsDone).ShouldBe(1);
            var article = (await _office.SeesAsync(_editor, id)).Article;
            (article.Title, article.Revision).ShouldBe((saves.Single(save => save.IsDone).Value.Title, seen + 1));
        }
    }

    [Fact]
    public async Task A_save_that_changes_nothing_keeps_the_approval_and_leaves_no_trace()
    {
        var id = await _office.WritesAsync(_editor);
        var submitted = (await _office.SubmitsAsync(_editor, id)).Value;
        await _office.ReleasesAsync(submitted.ReviewId, _reviewer, _officer);
        var (seen, entries) = ((await _office.SeesAsync(_editor, id)).Article.Revision, (await _office.People.AuditAsync()).Count);

        // What an editor's page sends back: the same words, a blank more behind the title.
        var saved = (await _office.SavesAsync(_editor, id, content => content with { Title = content.Title + " " })).Value;

        (saved.HasChanged, saved.Revision).ShouldBe((false, seen));
        (await _office.ReleaseOfAsync(id, submitted.ContentHash)).ShouldNotBeNull();
        (await _office.People.AuditAsync()).Count.ShouldBe(entries);
        (await _office.SeesAsync(_editor, id)).Standing.ShouldBe(ArticleStanding.Released);
    }

    [Fact]
    public async Task An_edit_after_approval_voids_it_and_the_old_words_must_be_examined_again()
    {
        var id = await _office.WritesAsync(_editor);
        var submitted = (await _office.SubmitsAsync(_editor, id)).Value;
        await _office.ReleasesAsync(submitted.ReviewId, _reviewer, _officer);

        (await _office.SavesAsync(_editor, id, content => content with { Digest = "改过的摘要" })).Value.HasChanged.ShouldBeTrue();
        (await _office.ReleaseOfAsync(id, submitted.ContentHash)).ShouldBeNull();
        (await _office.SeesAsync(_editor, id)).Standing.ShouldBe(ArticleStanding.Writing);

        await _office.SavesAsync(_editor, id, content => content with { Digest = _office.Fine.Content.Digest });
        (await _office.ReleaseOfAsync(id, submitted.ContentHash)).ShouldBeNull();
        var again = (await _office.SubmitsAsync(_editor, id)).Value;
        (again.ContentHash, again.Version, again.ReviewId).ShouldBe((submitted.ContentHash, 1, submitted.ReviewId));
        (await _office.People.ReviewAsync(again.ReviewId)).Round.ShouldBe(2);
    }

    [Fact]
    public async Task An_edit_voids_a_review_that_runs()
    {
        var id = await _office.WritesAsync(_editor);
        var submitted = (await _office.SubmitsAsync(_editor, id)).Value;
        (await _office.SavesDraftAsync(_editor, id, draft => draft with { Act = SendingAct.MassSend })).Value.HasChanged.ShouldBeTrue();

        (await _office.People.ReviewAsync(submitted.ReviewId)).State.ShouldBe(ReviewState.Superseded);
        (await _office.People.ApprovesAsync(submitted.ReviewId, _reviewer)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_wrote_in_it_cannot_examine_it()
    {
        var both = await _office.People.TakesOnAsync("both", StaffRole.Editor, StaffRole.Reviewer);
        var id = await _office.WritesAsync(_editor);
        var seen = (await _office.SeesAsync(both, id)).Article.Revision;
        await _office.SavesAsync(both, id, content => content with { Title = "又改了一个字" }, seen);
        var submitted = (await _office.SubmitsAsync(both, id)).Value;

        (await _office.SeesAsync(_editor, id)).Article.Writers.ShouldBe(["editor", "both"]);
        (await _office.People.ApprovesAsync(submitted.ReviewId, both)).Refusal.ShouldNotBeNull().ShouldContain("自己经办");
    }

    [Fact]
    public async Task Every_change_is_in_the_trail_with_numbers_and_hashes_and_none_of_the_words()
    {
        var id = await _office.WritesAsync(_editor);
        await _office.SavesAsync(_editor, id, content => content with { Title = "一个独特的标题" });
        await _office.SubmitsAsync(_editor, id);
        await _office.SavesAsync(_editor, id, content => content with { Title = "又一个独特的标题" });
        await _office.DiscardsAsync(_editor, id);

        var entries = (await _office.People.AuditAsync()).Where(entry => entry.Subject == $"article/{id}").ToList();
        entries.Select(entry => entry.Action)
            .ShouldBe(["article.new", "article.cover", "article.save", "article.submit", "article.save", "article.discard"]);
        entries.ShouldAllBe(entry => entry.Actor == "editor" && entry.AccountKey == "zhengwu" && !entry.Detail.Contains("独特"));
        await using var context = Contexts.CreateDbContext();
        (await AuditTrail.VerifyAsync(context, Cancellation)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task A_discarded_article_is_neither_written_nor_examined_any_more()
    {
        var id = await _office.WritesAsync(_editor);
        var submitted = (await _office.SubmitsAsync(_editor, id)).Value;

        (await _office.DiscardsAsync(_editor, id)).Refusal.ShouldBeNull();

        (await _office.SavesAsync(_editor, id, content => content with { Title = "再改" })).Refusal.ShouldNotBeNull().ShouldContain("作废");
        (await _office.SubmitsAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("作废");
        (await _office.People.ApprovesAsync(submitted.ReviewId, _reviewer)).Refusal.ShouldNotBeNull();
        (await _office.ListsAsync(_editor)).Value.ShouldBeEmpty();
        (await _office.SeesAsync(_editor, id)).Standing.ShouldBe(ArticleStanding.Discarded);
    }

    [Fact]
    public async Task What_has_begun_to_be_sent_is_corrected_and_not_discarded()
    {
        var id = await _office.WritesAsync(_editor);
        var submitted = (await _office.SubmitsAsync(_editor, id)).Value;
        await _office.ReleasesAsync(submitted.ReviewId, _reviewer, _officer);
        (await _office.People.BeginsToSendAsync((await _office.ReleaseOfAsync(id, submitted.ContentHash))!)).ShouldBeTrue();

        (await _office.DiscardsAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("更正");
        var correction = (await _office.CorrectsAsync(_colleague, id)).Value;

        var sheet = await _office.SeesAsync(_colleague, correction.Id);
        (sheet.Article.CorrectsArticleId, sheet.Article.Title, sheet.Article.AccountKey)
            .ShouldBe((id, "更正：关于城乡居民医保集中缴费的通知", "zhengwu"));
        sheet.Readiness.Limits.ShouldBeEmpty();
        var original = await _office.SeesAsync(_editor, id);
        (original.Corrections.ShouldHaveSingleItem(), original.Standing).ShouldBe((correction.Id, ArticleStanding.InUse));
    }

    [Fact]
    public async Task What_was_never_submitted_needs_no_correction()
    {
        var id = await _office.WritesAsync(_editor);

        (await _office.CorrectsAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("直接修改");
    }

    [Fact]
    public async Task A_clarification_names_the_questions_that_prompted_it()
    {
        var asked = UnansweredQuestion.Of("zhengwu", "oSample", "医保缴费是不是取消了", Clock.GetUtcNow());
        var elsewhere = UnansweredQuestion.Of("renda", "oSample", "医保缴费是不是取消了", Clock.GetUtcNow());
        await using (var context = Contexts.CreateDbContext())
        {
            context.AddRange(asked, elsewhere);
            await context.SaveChangesAsync(Cancellation);
        }

        var begun = (await _office.ClarifiesAsync(_editor, asked.Id)).Value;

        (await _office.SeesAsync(_editor, begun.Id)).Article.ClarifiesQuestions.ShouldBe([asked.Id]);
        (await _office.ClarifiesAsync(_editor, elsewhere.Id)).Refusal.ShouldNotBeNull();
        (await _office.ClarifiesAsync(_editor, 4711)).Refusal.ShouldNotBeNull().ShouldContain("4711");
    }

    [Fact]
    public async Task A_tag_is_for_a_mass_send_alone()
    {
        var id = await _office.WritesAsync(_editor);

        (await _office.SavesDraftAsync(_editor, id, draft => draft with { AudienceTag = 2 })).Refusal.ShouldNotBeNull().ShouldContain("群发");
        (await _office.SavesDraftAsync(_editor, id, draft => draft with { Act = SendingAct.MassSend, AudienceTag = 2 })).Refusal.ShouldBeNull();
        (await _office.SeesAsync(_editor, id)).Article.AudienceTag.ShouldBe(2);
    }

    [Fact]
    public async Task The_list_says_where_each_article_is_on_its_way()
    {
        var written = await _office.WritesAsync(_editor);
        var examined = await _office.WritesAsync(_editor);
        await _office.SubmitsAsync(_editor, examined);
        var returned = await _office.WritesAsync(_editor);
        await _office.People.ReturnsAsync((await _office.SubmitsAsync(_editor, returned)).Value.ReviewId, _reviewer);
        var released = await _office.WritesAsync(_editor);
        await _office.ReleasesAsync((await _office.SubmitsAsync(_editor, released)).Value.ReviewId, _reviewer, _officer);

        (await _office.ListsAsync(_reviewer)).Value.OrderBy(listing => listing.Id).Select(listing => (listing.Id, listing.Standing)).ShouldBe(
        [
            (written, ArticleStanding.Writing), (examined, ArticleStanding.UnderReview), (returned, ArticleStanding.SentBack),
            (released, ArticleStanding.Released),
        ]);
    }

    [Fact]
    public async Task Who_only_examines_reads_and_changes_nothing()
    {
        var id = await _office.WritesAsync(_editor);
        var seen = (await _office.SeesAsync(_reviewer, id)).Article.Revision;

        (await _office.PreviewsAsync(_reviewer, id)).IsDone.ShouldBeTrue();
        foreach (var refusal in await EveryActAsync(_reviewer, id, seen))
        {
            refusal.ShouldNotBeNull().ShouldContain("撰写稿件");
        }
    }

    [Fact]
    public async Task Who_belongs_to_another_account_learns_not_even_that_it_exists()
    {
        var foreign = await _office.People.TakesOnAsync("foreign", [("renda", StaffRole.Editor)]);
        var id = await _office.WritesAsync(_editor);
        var seen = (await _office.SeesAsync(_editor, id)).Article.Revision;

        foreach (var refusal in (await EveryActAsync(foreign, id, seen)).Skip(1))
        {
            refusal.ShouldBe($"没有编号为 {id} 的稿件，或者您无权查看。");
        }

        (await _office.BeginsAsync(foreign, _office.Fine)).Refusal.ShouldNotBeNull().ShouldContain("撰写稿件");
        (await _office.ShowsAsync(foreign, id)).IsDone.ShouldBeFalse();
        (await _office.PreviewsAsync(foreign, id)).IsDone.ShouldBeFalse();
        (await _office.ListsAsync(foreign)).IsDone.ShouldBeFalse();
        (await _office.ClarifiesAsync(foreign, 1)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_but_a_person_writes()
    {
        (await _office.BeginsAsync(Acting.CommandLine, _office.Fine)).IsDone.ShouldBeFalse();
        (await _office.BeginsAsync(Acting.Installer, _office.Fine)).IsDone.ShouldBeFalse();
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new WritingOffice(Contexts, Clock);
        _editor = await _office.People.TakesOnAsync("editor", StaffRole.Editor);
        _colleague = await _office.People.TakesOnAsync("colleague", StaffRole.Editor);
        _reviewer = await _office.People.TakesOnAsync("reviewer", StaffRole.Reviewer);
        _officer = await _office.People.TakesOnAsync("officer", StaffRole.SigningOfficer);
    }

    // What each desk says to this person, who saw the article as it is; beginning one comes first.
    private async Task<IReadOnlyList<string?>> EveryActAsync(Acting by, long id, int seen) =>
    [
        (await _office.BeginsAsync(by, _office.Fine)).Refusal,
        (await _office.SavesAsync(by, id, content => content with { Title = "甲" }, seen)).Refusal,
        (await _office.ImportsAsync(by, id, "正文.md", "正文"u8.ToArray(), seen)).Refusal,
        (await _office.SetsCoverAsync(by, id, seen: seen)).Refusal,
        (await _office.AttachesAsync(by, id, "名单.txt", "名单"u8.ToArray())).Refusal,
        (await _office.DetachesAsync(by, id, "名单.txt")).Refusal,
        (await _office.SubmitsAsync(by, id)).Refusal,
        (await _office.CorrectsAsync(by, id)).Refusal,
        (await _office.DiscardsAsync(by, id, seen)).Refusal,
    ];

    public sealed class OnSqlite() : WritingArticlesTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : WritingArticlesTests(server);
}

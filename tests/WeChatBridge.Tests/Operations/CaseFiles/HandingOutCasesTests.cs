using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using WeChatBridge.Publishing;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Conventions;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Operations.CaseFiles;

/// <summary>What is in a case file, who gets it, and that it is the same each time.</summary>
public abstract class HandingOutCasesTests(StoreSource source) : CaseFileTests(source)
{
    private static readonly string Golden = Path.Combine(Repository.Root, "tests", "WeChatBridge.Tests", "Golden", "CaseFiles");

    [Fact]
    public async Task A_case_holds_the_facts_the_bytes_and_the_hashes_and_verifies()
    {
        var archive = await ExportsAsync();
        var files = CaseArchives.Unpack(archive);

        var pictures = files.Keys.Where(path => path.StartsWith("files/", StringComparison.Ordinal)).ToList();
        pictures.Select(Path.GetExtension).Order(StringComparer.Ordinal).ShouldBe([".docx", ".jpg", ".png", ".png"]);
        files.Keys.Except(pictures).Order(StringComparer.Ordinal).ShouldBe(
        [
            "SHA256SUMS", "articles/1.html", "articles/1.json", "articles/2.html", "articles/2.json", "attempts.json", "audit.jsonl",
            "case.json", "index.html",
        ]);
        var publication = await Articles.PublicationAsync(Sent);
        publication.Items.OrderBy(item => item.Position).Select(item => item.ContentHash)
            .ShouldBe([StoredFile.HashOf(files["articles/1.json"]), StoredFile.HashOf(files["articles/2.json"])]);
        (await VerifiesOfflineAsync(archive)).ShouldBeNull();
        (await VerifiesAsync(archive)).ShouldBeNull();
    }

    [Theory]
    [InlineData("case.json")]
    [InlineData("index.html")]
    [InlineData("articles/1.html")]
    [InlineData("attempts.json")]
    public async Task Its_form_is_what_was_laid_down(string path)
    {
        var text = Encoding.UTF8.GetString(CaseArchives.Unpack(await ExportsAsync())[path]);

        text.ShouldBe(await File.ReadAllTextAsync(Path.Combine(Golden, path.Replace('/', '-')), Cancellation));
    }

    [Fact]
    public async Task The_page_can_be_read_by_an_official()
    {
        var page = Encoding.UTF8.GetString(CaseArchives.Unpack(await ExportsAsync())["index.html"]);

        page.ShouldContain("案卷：红花尔基镇政务 发布");
        page.ShouldContain("关于&lt;停水&gt;的通知");
        page.ShouldNotContain("<停水>");
        page.ShouldContain("reviewer同志（reviewer）");
        page.ShouldContain("deputy同志（deputy），代 reviewer同志（reviewer）");
        page.ShouldContain("个人隐私：是（已征得本人同意）");
        page.ShouldContain("日期写错");
        page.ShouldContain("https://mp.weixin.qq.com/s/one");
        page.ShouldContain("群发（推送给关注者，占用群发次数）");
        page.ShouldNotContain("src=\"http");
        page.ShouldNotContain("<script");
    }

    [Fact]
    public async Task The_same_case_handed_out_twice_has_the_same_bytes()
    {
        var first = await ExportsAsync();
        Clock.StandStill(Clock.GetUtcNow().AddDays(3));
        var second = await ExportsAsync(by: Editor);

        second.ShouldBe(first);
        (await VerifiesAsync(first)).ShouldBeNull();
    }

    [Fact]
    public async Task An_inspector_checks_it_with_a_standard_tool()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/sha256sum"), "There is no sha256sum here (Debian package coreutils).");
        using var folder = new OfficeFolder();
        await ZipFile.ExtractToDirectoryAsync(new MemoryStream(await ExportsAsync()), folder.Path, Cancellation);
        (await RunsSumsAsync(folder.Path)).ShouldBe(0);

        await File.AppendAllTextAsync(Path.Combine(folder.Path, "articles", "1.json"), " ", Cancellation);
        (await RunsSumsAsync(folder.Path)).ShouldBe(1);
    }

    [Fact]
    public async Task Handing_out_is_recorded_with_the_hash_before_anybody_has_it()
    {
        var archive = await ExportsAsync(by: Officer);

        var entry = (await Office.AuditAsync())[^1];
        (entry.Actor, entry.AccountKey, entry.Action, entry.Subject)
            .ShouldBe(("officer", "zhengwu", "case-file.export", $"publication/{Sent}"));
        entry.Detail.ShouldBe($"sha256 {StoredFile.HashOf(archive)}");
    }

    [Fact]
    public async Task Who_may_not_have_it_learns_nothing_and_leaves_no_trace_of_an_export()
    {
        var stranger = await Office.TakesOnAsync("stranger", [("renda", StaffRole.SigningOfficer)]);
        var before = (await Office.AuditAsync()).Count;
        foreach (var person in new[] { Deputy, stranger })
        {
            (await Desk.ExportAsync(Sent, person, Cancellation)).Refusal.ShouldNotBeNull()
                .ShouldBe((await Desk.ExportAsync(999, person, Cancellation)).Refusal!.Replace("999", $"{Sent}"));
        }

        (await Office.AuditAsync()).Count.ShouldBe(before);
        (await Desk.ExportAsync(Sent, Acting.CommandLine, Cancellation)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_case_of_what_did_not_go_out_says_so()
    {
        var article = await Articles.FreezesAsync(FrozenArticles.Document("植树通知"), "article/3");
        await Articles.SubmitsAsync(article, Editor);
        var planned = await PlansAsync(Start.AddDays(2), SendingAct.Publish, article);

        var verdict = await Desk.VerifyAsync(await ExportsAsync(planned), Cancellation);

        verdict.Value.Remarks.ShouldHaveSingleItem().ShouldContain("没有发出");
    }

    [Fact]
    public async Task An_emergency_whose_examination_is_still_to_come_says_so()
    {
        var article = await Articles.FreezesAsync(FrozenArticles.Document("火情通报"), "article/4");
        var id = await Articles.SubmitsAsync(article, Editor, "草原火情，须马上告知群众");
        (await Office.ApprovesAsync(id, Officer)).Refusal.ShouldBeNull();
        var release = await Office.ReleaseOfAsync(FrozenArticles.Version(article, Editor));
        (await Office.BeginsToSendAsync(release.ShouldNotBeNull())).ShouldBeTrue();
        var planned = await PlansAsync(Clock.GetUtcNow(), SendingAct.Publish, article);
        await Articles.RecordsAsync(planned, "publication.begin", Worker, $"Publish {article.ContentHash}");
        await Articles.BecomesAsync(planned, PublicationState.Published);
        await Articles.RecordsAsync(planned, "publication.published", Worker, "event 7");

        (await Desk.VerifyAsync(await ExportsAsync(planned), Cancellation)).Value.Remarks
            .ShouldHaveSingleItem().ShouldContain("补审还没有通过");
        (await Office.ApprovesAsync((await Office.FollowUpOfAsync(id)).Id, Reviewer)).Refusal.ShouldBeNull();
        (await Desk.VerifyAsync(await ExportsAsync(planned), Cancellation)).Value.Remarks
            .ShouldHaveSingleItem().ShouldContain("补审已通过");
    }

    [Fact]
    public async Task A_case_that_lacks_a_page_of_what_was_sent_is_not_handed_out()
    {
        await ExecuteAsync("DELETE FROM \"UploadedPictures\"");
        await ExecuteAsync("DELETE FROM \"StoredFiles\" WHERE \"MediaType\" = 'image/png'");

        (await Desk.ExportAsync(Sent, Officer, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("不在库里，不能出具案卷");
    }

    private static async Task<int> RunsSumsAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/sha256sum", ["--quiet", "-c", "SHA256SUMS"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode;
    }

    public sealed class OnSqlite() : HandingOutCasesTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : HandingOutCasesTests(server);
}

using WeChatBridge.Accounts;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Body;
using WeChatBridge.Audit;
using WeChatBridge.Operations;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Articles.Body;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Articles;

public abstract class FilesOfArticlesTests(StoreSource source) : StoreTests(source)
{
    private static readonly string Dot = StoredFile.HashOf(WordFile.Dot);
    private static readonly byte[] OtherPicture = [.. WordFile.Dot, 0];

    private WritingOffice _office = null!;
    private Acting _editor = null!;

    [Fact]
    public async Task A_word_document_becomes_the_body_and_its_picture_a_file_of_the_article()
    {
        var id = await _office.WritesAsync(_editor);
        var document = WordFile.Of(
            """
            <w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>缴费办法</w:t></w:r></w:p>
            <w:p><w:r><w:t>请带户口簿。</w:t></w:r></w:p>
            <w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="办事大厅"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
              <pic:pic><pic:blipFill><a:blip r:embed="rId90"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
            <w:p><w:del w:id="1" w:author="甲"><w:r><w:delText>旧话</w:delText></w:r></w:del></w:p>
            """);

        var imported = (await _office.ImportsAsync(_editor, id, "缴费通知.docx", document)).Value;

        imported.HasChanged.ShouldBeTrue();
        imported.Losses.ShouldHaveSingleItem().ShouldContain("修订");
        var article = (await _office.SeesAsync(_editor, id)).Article;
        article.Content.BodyHtml.ShouldContain("一、缴费办法</h2>");
        article.Content.BodyHtml.ShouldContain($"src=\"/files/{Dot}\"");
        article.Content.Title.ShouldBe(_office.Fine.Content.Title);
        (await _office.FileAsync(Dot)).ShouldNotBeNull().MediaType.ShouldBe("image/png");
        (await _office.SeesAsync(_editor, id)).Readiness.Limits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("通知.md", "# 办法\n\n请带**户口簿**。", "<h2>办法</h2>")]
    [InlineData("通知.html", "<div onclick='x()'>请带户口簿。<script>x()</script></div>", "<p>请带户口簿。</p>")]
    [InlineData("通知.txt", "请带户口簿。", "<p>请带户口簿。</p>")]
    public async Task Other_files_become_a_body_too(string name, string text, string expected)
    {
        var id = await _office.WritesAsync(_editor);

        (await _office.ImportsAsync(_editor, id, name, System.Text.Encoding.UTF8.GetBytes(text))).Refusal.ShouldBeNull();

        (await _office.SeesAsync(_editor, id)).Article.Content.BodyHtml.ShouldContain(expected);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_changes_nothing()
    {
        var id = await _office.WritesAsync(_editor);
        var before = (await _office.SeesAsync(_editor, id)).Article;

        (await _office.ImportsAsync(_editor, id, "通知.docx", [1, 2, 3])).Refusal.ShouldNotBeNull();
        (await _office.ImportsAsync(_editor, id, "通知.pdf", "%PDF-1.4"u8.ToArray())).Refusal.ShouldNotBeNull();
        (await _office.SetsCoverAsync(_editor, id, "不是图片"u8.ToArray())).Refusal.ShouldNotBeNull().ShouldContain("办事大厅.png");
        (await _office.AttachesAsync(_editor, id, "空.txt", [])).Refusal.ShouldNotBeNull();

        var after = (await _office.SeesAsync(_editor, id)).Article;
        (after.Revision, after.Content.BodyHtml).ShouldBe((before.Revision, before.Content.BodyHtml));
    }

    [Fact]
    public async Task A_body_is_cleaned_whoever_sends_it()
    {
        var id = await _office.WritesAsync(_editor);

        await _office.SavesAsync(_editor, id, content => content with
        {
            BodyHtml = "<p style=\"position:fixed\">甲<script>x()</script><iframe src=\"https://v.example\"></iframe></p>",
        });

        (await _office.SeesAsync(_editor, id)).Article.Content.BodyHtml.ShouldBe("<p>甲</p>");
    }

    [Fact]
    public async Task An_attachment_is_read_for_the_checks_where_a_machine_can_and_left_to_a_person_where_not()
    {
        var id = await _office.WritesAsync(_editor);
        await _office.AttachesAsync(_editor, id, "名单.txt", "张三 11010519491231002X"u8.ToArray());
        await _office.AttachesAsync(_editor, id, "扫描件.pdf", "%PDF-1.4 扫描"u8.ToArray());

        var findings = (await _office.SeesAsync(_editor, id)).Readiness.Named().Select(named => (named.Name, named.Finding.Place.Label));

        findings.ShouldBe([("IdentityCard", "附件“名单.txt”"), ("UnreadAttachment", "附件“扫描件.pdf”")], ignoreOrder: true);
    }

    [Fact]
    public async Task An_attachment_is_replaced_by_one_of_its_name_and_taken_off()
    {
        var id = await _office.WritesAsync(_editor);
        await _office.AttachesAsync(_editor, id, "名单.txt", "一"u8.ToArray());
        await _office.AttachesAsync(_editor, id, "名单.txt", "二"u8.ToArray());
        (await _office.SeesAsync(_editor, id)).Article.Content.Attachments.ShouldHaveSingleItem().Text.ShouldBe("二");

        (await _office.DetachesAsync(_editor, id, "没有.txt")).Refusal.ShouldNotBeNull().ShouldContain("没有.txt");
        (await _office.DetachesAsync(_editor, id, "名单.txt")).Refusal.ShouldBeNull();

        (await _office.SeesAsync(_editor, id)).Article.Content.Attachments.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_article_has_at_most_twenty_attachments()
    {
        var id = await _office.WritesAsync(_editor);
        for (var i = 1; i <= 20; i++)
        {
            (await _office.AttachesAsync(_editor, id, $"{i}.txt", "表"u8.ToArray())).Refusal.ShouldBeNull();
        }

        (await _office.AttachesAsync(_editor, id, "21.txt", "表"u8.ToArray())).Refusal.ShouldNotBeNull().ShouldContain("20");
        (await _office.AttachesAsync(_editor, id, "20.txt", "新表"u8.ToArray())).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task The_cover_and_the_attachments_are_not_lost_by_a_save_of_the_words()
    {
        var id = await _office.WritesAsync(_editor);
        await _office.AttachesAsync(_editor, id, "名单.txt", "一"u8.ToArray());

        await _office.SavesAsync(_editor, id, content => content with { Title = "新标题", Cover = null, Attachments = [] });

        var content = (await _office.SeesAsync(_editor, id)).Article.Content;
        content.Cover.ShouldNotBeNull().FileName.ShouldBe("办事大厅.png");
        content.Attachments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_alone_opens_no_file_of_another_account()
    {
        var other = await _office.People.TakesOnAsync("other", [("renda", StaffRole.Editor)]);
        await _office.BeginsAsync(other, Showing(OtherPicture), "renda");
        var hash = StoredFile.HashOf(OtherPicture);
        var id = await _office.WritesAsync(_editor);

        await _office.SavesAsync(_editor, id, content => content with { BodyHtml = $"<p><img src=\"/files/{hash}\" alt=\"照片\"></p>" });

        var sheet = await _office.SeesAsync(_editor, id);
        sheet.Article.Files.ShouldNotContain(file => file.FileHash == hash);
        sheet.Readiness.Limits.ShouldHaveSingleItem().Field.ShouldBe(ArticleField.Picture);
        (await _office.PreviewsAsync(_editor, id)).Value.ShouldNotContain(Convert.ToBase64String(OtherPicture));
    }

    [Fact]
    public async Task A_picture_of_one_article_may_stand_in_another_of_the_account()
    {
        await _office.BeginsAsync(_editor, Showing(OtherPicture));
        var id = await _office.WritesAsync(_editor);

        await _office.SavesAsync(_editor, id, content => content with
        {
            BodyHtml = $"<p><img src=\"{BodyImage.AddressOf(StoredFile.HashOf(OtherPicture))}\" alt=\"照片\"></p>",
        });

        (await _office.SeesAsync(_editor, id)).Readiness.Limits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_stay_as_long_as_an_article_or_a_frozen_version_needs_them()
    {
        var kept = await _office.WritesAsync(_editor);
        var submitted = (await _office.SubmitsAsync(_editor, kept)).Value;
        await _office.DiscardsAsync(_editor, kept);
        var dropped = (await _office.BeginsAsync(_editor, Showing(OtherPicture))).Value.Id;
        await _office.DiscardsAsync(_editor, dropped);
        Clock.StandStill(Clock.GetUtcNow().AddDays(400));
        var retention = new RetentionDesk(Contexts, new RetentionOptions(), new AuditTrail(Clock), Clock);

        while (await retention.DeletePortionAsync(Cancellation))
        {
        }

        (await _office.FileAsync(Dot)).ShouldNotBeNull();
        (await _office.FileAsync(submitted.ContentHash)).ShouldNotBeNull();
        (await _office.FileAsync(StoredFile.HashOf(OtherPicture))).ShouldBeNull();
    }

    [Fact]
    public async Task A_preview_shows_what_readers_will_see_and_needs_nothing_else()
    {
        var id = await _office.WritesAsync(_editor);
        await _office.SavesAsync(_editor, id, content => content with { Title = "通知<b>一</b>", SourceLink = "https://www.gov.cn/a?b=1&c=2" });
        await _office.AttachesAsync(_editor, id, "名单.txt", "一"u8.ToArray());
        await _office.SubmitsAsync(_editor, id);
        await _office.SavesAsync(_editor, id, content => content with { Title = "改过的标题" });

        var frozen = (await _office.PreviewsAsync(_editor, id, 1)).Value;
        var draft = (await _office.PreviewsAsync(_editor, id)).Value;

        frozen.ShouldContain("<h1>通知&lt;b&gt;一&lt;/b&gt;</h1>");
        frozen.ShouldContain($"<img src=\"data:image/png;base64,{Convert.ToBase64String(WordFile.Dot)}\"");
        frozen.ShouldContain("href=\"https://www.gov.cn/a?b=1&amp;c=2\"");
        frozen.ShouldContain("附件：名单.txt");
        frozen.ShouldNotContain("/files/");
        draft.ShouldContain("<h1>改过的标题</h1>");
        (await _office.PreviewsAsync(_editor, id, 2)).Refusal.ShouldNotBeNull();
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new WritingOffice(Contexts, Clock);
        _editor = await _office.People.TakesOnAsync("editor", StaffRole.Editor);
    }

    private static ArticleDraft Showing(byte[] picture) => new(new ArticleContent
    {
        BodyHtml = $"<p><img src=\"data:image/png;base64,{Convert.ToBase64String(picture)}\" alt=\"照片\"></p>",
    });

    public sealed class OnSqlite() : FilesOfArticlesTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : FilesOfArticlesTests(server);
}

using WeChatBridge.Articles;
using WeChatBridge.Articles.Checks;
using WeChatBridge.Search.Documents;
using WeChatBridge.Search.Text;
using WeChatBridge.Tests.Conventions;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Articles.Checks;

public sealed class ArticleChecksTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "seeds", "checks");

    private static readonly WordList[] Lists =
    [
        WordList.Read(CheckRule.Misprint, Path.Combine(Folder, "misprints.tsv")),
        WordList.Read(CheckRule.AdvertisingWord, Path.Combine(Folder, "advertising.tsv")),
        WordList.Read(CheckRule.OrganName, Path.Combine(Folder, "organs.tsv")),
        WordList.Read(CheckRule.SensitiveWord, Path.Combine(Folder, "sensitive.tsv")),
    ];

    private static readonly ArticleChecks Checks = new(Lists, new LinkPolicy([.. ChecksOptions.AlwaysAllowed, "example.org"]));

    public static TheoryData<string> SeedDocuments => [.. Repository.FilesUnder("seeds", ".txt")];

    public static TheoryData<string, string> Spoilt => new()
    {
        { "身份证号：11010519491231002X。", "IdentityCard Blocking" },
        { "身份证号：１１０１０５１９４９１２３１００２X", "IdentityCard Blocking" },
        { "编号 110105194912310021", "" }, // the check character is wrong
        { "卡号 6222021234567890128", "BankCard Blocking" },
        { "请致电13800001234", "MobilePhone NeedsReason" },
        { "电话 0470-3129100", "" },
        { "住址：鄂温克族自治旗红花尔基镇某某嘎查12号", "HomeAddress NeedsReason" },
        { "家住幸福小区3号楼2单元401室", "HomeAddress NeedsReason" },
        { "现住某某嘎查，家中三口人", "HomeAddress NeedsReason" },
        { "在政务大楼一楼大厅办理", "" },
        { "请登录帐号", "Misprint NeedsReason" },
        { "这及其重要", "Misprint NeedsReason" },
        { "村民及其家属", "" },
        { "按排名公布，究竟选谁，预防犯罪", "" },
        { "人名政府", "Misprint Blocking" },
        { "转发有奖", "AdvertisingWord Blocking" },
        { "本店最\u200B高\u2060级的服务", "AdvertisingWord NeedsReason" },
        { "最\uFE0F高級的服务", "AdvertisingWord NeedsReason" },
        { "国\u00AD家级自然\u200D保护区", "" },
        { "转\u202D发有奖", "AdvertisingWord Blocking, TurnedDirection NeedsReason" },
        { "通知<span style=\"color:#fff\">某某公司赞助</span>", "UnreadableColour NeedsReason" },
        { "<span style=\"color:rgba(255, 255, 255, 0.9)\">某某公司赞助</span>", "UnreadableColour NeedsReason" },
        { "<span style=\"color:hsl(60, 100%, 98%)\">某某公司<strong>赞助</strong></span>", "UnreadableColour NeedsReason, UnreadableColour NeedsReason" },
        { "<span style=\"color:lightgoldenrodyellow\">某某公司赞助</span>", "UnreadableColour NeedsReason" },
        { "<span style=\"background-color:#111\">某某公司赞助</span>", "UnreadableColour NeedsReason" },
        { "<span style=\"color:#fff;background-color:#c00\">通知</span>", "" },
        { "<section style=\"background-color:#07c160\"><p style=\"color:white\">通知</p></section>", "" },
        { "<span style=\"color:#888\">图为巡护队员</span>", "" },
        { "<span style=\"color:#fff\">　</span>通知", "" },
        { "国家级自然保护区", "" },
        { "内蒙自治区", "OrganName Blocking" },
        { "纪律检查委员会", "" },
        { "机密★五年", "SensitiveWord NeedsReason, SensitiveWord Blocking" },
        { "转自某某网", "RepostSource NeedsReason" },
        { "详见 https://shop.example.com/buy?id=1。", "ForeignLink NeedsReason" },
        { "详见 https://www.gov.cn/zhengce/。", "" },
    };

    [Fact]
    public void Nothing_is_found_in_an_article_nothing_is_wrong_with() => Checks.Check(SampleArticle.Fine).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void What_is_wrong_in_a_text_is_found(string text, string expected) =>
        string.Join(", ", Checks.Check(SampleArticle.Saying($"<p>{text}</p>")).Select(finding => $"{finding.Rule} {finding.Weight}"))
            .ShouldBe(expected);

    [Fact]
    public void A_finding_points_at_its_place_and_masks_the_number()
    {
        var finding = Checks.Check(SampleArticle.Saying("<p>名单</p><p>张某，<strong>110105</strong>19491231002X，已发放。</p>"))
            .ShouldHaveSingleItem();

        finding.Place.Field.ShouldBe(ArticleField.Body);
        finding.Place.Offset.ShouldBe("名单\n张某，".Length);
        finding.Place.Length.ShouldBe(18);
        finding.Place.Excerpt.ShouldBe("名单 张某，******************，已发放。");
        finding.Advice.ShouldContain("不得公开");
    }

    [Fact]
    public void A_word_with_something_unseen_in_it_is_pointed_at_as_it_was_typed()
    {
        var finding = Checks.Check(SampleArticle.Saying("<p>通知：\u200B最\u200B\uFEFF高级的服务</p>")).ShouldHaveSingleItem();

        (finding.Place.Offset, finding.Place.Length).ShouldBe(("通知：\u200B".Length, "最\u200B\uFEFF高级".Length));
    }

    [Fact]
    public void Words_that_nobody_sees_are_pointed_at_where_they_stand_and_not_where_the_same_words_are_seen()
    {
        var finding = Checks.Check(SampleArticle.Saying("<p>通知</p><p>甲<span style=\"color:#fefefe\">通知</span></p>")).ShouldHaveSingleItem();

        (finding.Place.Field, finding.Place.Offset, finding.Place.Length).ShouldBe((ArticleField.Body, "通知\n甲".Length, 2));
    }

    [Theory]
    [InlineData(ArticleField.Title)]
    [InlineData(ArticleField.Digest)]
    [InlineData(ArticleField.Body)]
    internal void Characters_that_turn_the_direction_of_writing_are_found_once_a_text(ArticleField field)
    {
        const string Turned = "停水\u202E知通\u202C，\u2066请转告\u2069";
        var content = field switch
        {
            ArticleField.Title => SampleArticle.Fine with { Title = Turned },
            ArticleField.Digest => SampleArticle.Fine with { Digest = Turned },
            _ => SampleArticle.Saying($"<p>{Turned}</p>"),
        };

        var finding = Checks.Check(content).ShouldHaveSingleItem();

        (finding.Rule, finding.Weight, finding.Place.Field, finding.Place.Offset)
            .ShouldBe((CheckRule.TurnedDirection, CheckWeight.NeedsReason, field, 2));
        finding.Advice.ShouldContain("4 个");
    }

    [Fact]
    public void Many_findings_in_a_long_text_take_no_longer_than_the_text()
    {
        var text = string.Concat(Enumerable.Repeat("请登录帐号，" + new string('字', 100), 5000));
        var content = SampleArticle.Fine with { Attachments = [new ArticleAttachment(new string('e', 64), "清单.docx", text)] };
        var begun = TimeProvider.System.GetTimestamp();

        Checks.Check(content).Count.ShouldBe(5000);

        // Each finding by itself once took as long as the whole text.
        TimeProvider.System.GetElapsedTime(begun).ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void Half_a_number_beside_another_finding_is_masked_too() =>
        Checks.Check(SampleArticle.Saying("<p>11010519491231002X的帐号</p>")).ShouldAllBe(finding => !finding.Place.Excerpt.Contains("002X"));

    [Theory]
    [InlineData(ArticleField.Title)]
    [InlineData(ArticleField.Author)]
    [InlineData(ArticleField.Digest)]
    [InlineData(ArticleField.Picture)]
    [InlineData(ArticleField.Cover)]
    [InlineData(ArticleField.Attachment)]
    internal void Every_text_of_the_article_is_checked(ArticleField field)
    {
        const string Wrong = "13800001234";
        var content = field switch
        {
            ArticleField.Title => SampleArticle.Fine with { Title = Wrong },
            ArticleField.Author => SampleArticle.Fine with { Author = Wrong },
            ArticleField.Digest => SampleArticle.Fine with { Digest = Wrong },
            ArticleField.Picture => SampleArticle.Saying($"<p>甲<img src=\"/files/{SampleArticle.PictureHash}\" alt=\"请拨打{Wrong}\"></p>"),
            ArticleField.Cover => SampleArticle.Fine with { Cover = new ArticleCover(SampleArticle.CoverHash, $"{Wrong}.png") },
            _ => SampleArticle.Fine with { Attachments = [new ArticleAttachment(new string('e', 64), "名单.docx", $"甲 {Wrong}")] },
        };

        Checks.Check(content).ShouldHaveSingleItem().Place.Field.ShouldBe(field);
    }

    [Fact]
    public void An_attachment_no_machine_can_read_is_left_to_a_person() => Checks
        .Check(SampleArticle.Fine with { Attachments = [new ArticleAttachment(new string('e', 64), "扫描件.pdf", null)] })
        .ShouldHaveSingleItem().Rule.ShouldBe(CheckRule.UnreadAttachment);

    [Theory]
    [InlineData("", true)]
    [InlineData("IMG_2031.jpg", true)]
    [InlineData("图片 1", true)]
    [InlineData("微信图片_20261124.png", true)]
    [InlineData("巡护队员在防火检查站登记", false)]
    public void A_picture_needs_words_that_describe_it(string description, bool found) => Checks
        .Check(SampleArticle.Saying($"<p>甲<img src=\"/files/{SampleArticle.PictureHash}\" alt=\"{description}\"></p>"))
        .Any(finding => finding.Rule == CheckRule.PictureDescription).ShouldBe(found);

    [Fact]
    public void A_repost_names_its_source()
    {
        var repost = SampleArticle.Fine with { IsRepost = true };

        Checks.Check(repost).ShouldHaveSingleItem().Weight.ShouldBe(CheckWeight.Blocking);
        Checks.Check(repost with { RepostedFrom = "旗人民政府网" }).ShouldBeEmpty();
        Checks.Check(repost with { RepostedFrom = "旗人民政府网", SourceLink = "" })
            .ShouldHaveSingleItem().Weight.ShouldBe(CheckWeight.NeedsReason);
    }

    [Theory]
    [InlineData("https://www.example.gov.cn/a", true)]
    [InlineData("https://mp.weixin.qq.com/s/abc", true)]
    [InlineData("https://sub.example.org/", true)]
    [InlineData("https://notgov.cn/", false)]
    [InlineData("https://gov.cn.example.com/", false)]
    [InlineData("https://192.168.1.1/", false)]
    [InlineData("https://[::1]/", false)]
    public void A_link_leads_to_hosts_that_are_allowed(string address, bool allowed) => Checks
        .Check(SampleArticle.Saying($"<p><a href=\"{address}\">链接</a></p>"))
        .Any(finding => finding.Rule == CheckRule.ForeignLink).ShouldBe(!allowed);

    [Fact]
    public void The_source_link_and_pictures_of_other_sites_are_links_too() => Checks
        .Check(SampleArticle.Fine with
        {
            SourceLink = "https://shop.example.com/",
            BodyHtml = "<p>甲<img src=\"https://pictures.example.com/a.png\" alt=\"主街整治后的样子\"></p>",
        })
        .Select(finding => (finding.Rule, finding.Place.Field))
        .ShouldBe([(CheckRule.ForeignLink, ArticleField.Picture), (CheckRule.ForeignLink, ArticleField.SourceLink)]);

    [Theory]
    [MemberData(nameof(SeedDocuments))]
    public void The_lists_find_no_misprint_in_documents_that_have_none(string path)
    {
        var words = DocumentText.Read(File.ReadAllBytes(Path.Combine(Repository.Root, path)), path).Text.ShouldNotBeNull();
        var text = new CheckedText(ArticleField.Body, "正文", words);

        Lists[0].Check(text).Concat(Lists.SelectMany(list => list.Check(text)).Where(finding => finding.Weight == CheckWeight.Blocking))
            .Select(finding => $"{finding.Advice} {finding.Place.Excerpt}").ShouldBeEmpty();
    }

    [Fact]
    public void No_line_of_a_list_stands_twice_or_finds_what_it_advises()
    {
        foreach (var list in Lists)
        {
            list.Entries.Select(entry => entry.Wrong).ShouldBeUnique();
            list.Entries.Count.ShouldBeGreaterThan(15);
            list.Entries.SelectMany(entry => entry.RightIn.Where(right => !right.Contains(entry.Wrong))).ShouldBeEmpty();
        }

        Lists[0].Entries.Where(entry => entry.PlacesIn(FoldedText.Of(entry.Advice)).Any()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("帐号")]
    [InlineData("帐号\t")]
    [InlineData("帐号\t账号\t必须")]
    [InlineData("帐号\t账号\t!\t帐号本\t多余")]
    public void A_line_that_cannot_be_understood_is_named(string line)
    {
        using var office = new OfficeFolder();
        var path = Path.Combine(office.Path, office.Write("misprints.tsv", $"# 说明\n\n{line}\n"));

        Should.Throw<ConfigurationRefusedException>(() => WordList.Read(CheckRule.Misprint, path)).Message.ShouldContain("第 3 行");
    }
}

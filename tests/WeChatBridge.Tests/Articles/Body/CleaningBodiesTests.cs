using System.Text;
using WeChatBridge.Articles.Body;

namespace WeChatBridge.Tests.Articles.Body;

public sealed class CleaningBodiesTests
{
    public static TheoryData<string, string> Cases => new()
    {
        // nothing that runs, loads or submits
        { "<p onclick=\"x()\">甲</p><script>y()</script>", "<p>甲</p>" },
        { "<p>甲<img src=x onerror=alert(1)></p>", "<p>甲</p>" },
        { "<a href=\"java\nscript:x()\">甲</a>", "<p>甲</p>" },
        { "<a href=\"https://user:pass@example.org/\">甲</a>", "<p>甲</p>" },
        { "<svg><style><img src=x onerror=alert(1)></style></svg><p>甲</p>", "<p>甲</p>" },
        { "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "" },
        { "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">甲</p></noscript>", "<p>甲</p>" },
        { "<p style=\"background:url(javascript:x)\">甲</p>", "<p>甲</p>" },
        { "<p style=\"background-image:url(https://example.org/a.png);color:red\">甲</p>", "<p style=\"color:red\">甲</p>" },
        { "<p style=\"width:expression(alert(1));width:50%\">甲</p>", "<p style=\"width:50%\">甲</p>" },

        // nothing hidden from a reviewer
        { "<p>甲<span style=\"display:none\">乙</span></p>", "<p>甲</p>" },
        { "<p>甲<span style=\"visibility: HIDDEN\">乙</span><span hidden>丙</span></p>", "<p>甲</p>" },
        { "<p style=\"text-indent:-9999px\">甲</p>", "<p>甲</p>" },
        { "<p style=\"font-size:1px\">甲</p>", "<p>甲</p>" },
        { "<p style=\"color:transparent\">甲</p>", "<p>甲</p>" },
        { "<p style=\"color:rgba(255,0,0,0.01)\">甲</p>", "<p>甲</p>" },
        { "<p style=\"position:absolute;left:-1000px;opacity:0\">甲</p>", "<p>甲</p>" },
        { "<p style=\"margin-top:-40px\">甲</p>", "<p>甲</p>" },

        // layout the platform keeps
        { "<div id=a class=b><div>甲</div></div>", "<p>甲</p>" },
        { "<div style=\"background:#EEF\">甲<p>乙</p></div>", "<section style=\"background-color:#eef\">甲<p>乙</p></section>" },
        { "甲<b>乙</b><p>丙</p>丁", "<p>甲<strong>乙</strong></p>\n<p>丙</p>\n<p>丁</p>" },
        {
            "<p><span>甲</span><span></span><span style='color:red'>乙</span><span style='color:red'>丙</span></p>",
            "<p>甲<span style=\"color:red\">乙丙</span></p>"
        },
        { "<p>第一行\n第二行 end\nof line</p>", "<p>第一行第二行 end of line</p>" },
        { "<p>　　全角缩进</p>", "<p>　　全角缩进</p>" },
        { "<p style=\"color:red !important;/* x */text-align:CENTER\">甲</p>", "<p style=\"color:red;text-align:center\">甲</p>" },
        { "<style>.a{color:red}.a.b{color:blue}</style><p class='a b'>甲</p>", "<p style=\"color:blue\">甲</p>" },
        { "<p>&lt;script&gt;&amp;</p>", "<p>&lt;script&gt;&amp;</p>" },

        // odd nesting
        { "<p><marquee><p>甲</p></marquee></p>", "<p>甲</p>" },
        { "<b><p>甲</b>乙</p>", "<p><strong>甲</strong>乙</p>" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_body_keeps_what_it_may(string source, string expected) => BodyCleaning.Clean(source).Html.ShouldBe(expected, source);

    [Fact]
    public void A_picture_keeps_its_width_as_style_and_its_description()
    {
        var hash = new string('a', 64);

        BodyCleaning.Clean($"<img src=\"/console/zhengwu/files/{hash}\" width=300 height=200 alt=' 位置\n图 ' class=x>").Html
            .ShouldBe($"<p><img src=\"/files/{hash}\" alt=\"位置 图\" style=\"width:300px;max-width:100%\"></p>");
    }

    [Fact]
    public void A_picture_within_the_text_becomes_a_file_under_its_hash()
    {
        var body = BodyCleaning.Clean($"<p><img src=\"data:image/jpeg;base64,{Convert.ToBase64String(WordFile.Dot)}\"></p>");

        var image = body.Images.ShouldHaveSingleItem();
        image.Source.ShouldBe(BodyImageSource.Embedded);
        image.Embedded.ShouldNotBeNull().MediaType.ShouldBe("image/png");
        image.Embedded.Content.ShouldBe(WordFile.Dot);
        body.Html.ShouldContain($"/files/{image.Hash}");
        BodyCleaning.Clean(body.Html).Images.ShouldHaveSingleItem().Source.ShouldBe(BodyImageSource.Stored);
    }

    [Fact]
    public void A_picture_elsewhere_is_named_with_its_address() =>
        BodyCleaning.Clean("<img src=//www.example.gov.cn/a.png>").Images.ShouldHaveSingleItem()
            .ShouldBe(new BodyImage(BodyImageSource.External, "https://www.example.gov.cn/a.png", "", null));

    [Fact]
    public void What_is_left_out_is_told_once() =>
        BodyCleaning.Clean("<iframe></iframe><p>甲</p><iframe></iframe><video></video>").Losses.Count.ShouldBe(2);

    [Fact]
    public void The_deepest_nesting_costs_the_layout_and_not_the_program()
    {
        var source = new StringBuilder().Insert(0, "<div><b>", 20_000).Append('深').ToString();

        var body = BodyCleaning.Clean(source);

        body.Html.ShouldBe("<p>深</p>");
        body.Losses.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_text_of_a_body_has_a_line_for_a_block_and_tabs_between_cells() =>
        BodyCleaning.Clean("<h2>一</h2><p>甲<br>乙</p><table><tr><td><p>丙</p></td><td>丁</td></tr><tr><td>戊</td><td></td></tr></table>").Text()
            .ShouldBe("一\n甲\n乙\n丙\t丁\n戊");

    [Fact]
    public void A_word_document_cut_short_is_refused_in_chinese()
    {
        var whole = WordFile.Of("<w:p/>");

        BodyImport.Read(whole.AsMemory(0, whole.Length / 2), "通知.docx").Refusal.ShouldNotBeNull().ShouldContain("另存");
    }

    [Fact]
    public void A_word_document_of_tables_in_tables_is_refused_and_does_not_end_the_program()
    {
        const int Tables = 2_000;
        var nested = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", Tables))
            + "<w:p/>"
            + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", Tables));

        BodyImport.Read(WordFile.Raw(nested), "通知.docx").IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData("扫描件.pdf")]
    [InlineData("旧稿.doc")]
    public void A_format_that_is_not_read_is_refused(string name) =>
        BodyImport.Read("甲"u8.ToArray(), name).Refusal.ShouldNotBeNull().ShouldContain(name);

    [Fact]
    public void Plain_text_becomes_paragraphs() =>
        BodyImport.Read("一、概述\r\n\r\n1 < 2"u8.ToArray(), "稿.txt").Value.Html.ShouldBe("<p>一、概述</p>\n<p>1 &lt; 2</p>");
}

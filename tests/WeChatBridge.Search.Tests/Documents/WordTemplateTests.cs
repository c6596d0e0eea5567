using WeChatBridge.Search.Documents;

namespace WeChatBridge.Search.Tests.Documents;

public sealed class WordTemplateTests
{
    private const string Text = "# 停水公告\n## 时间\n3月5日上午。\n## 范围\n镇区北片。\n";

    [Fact]
    public void What_is_written_is_read_back_with_its_headings()
    {
        var outline = OutlineSplitter.Split(DocumentText.Read(WordTemplate.Write(Text), "公告.docx").Text!);

        outline.Title.ShouldBe("停水公告");
        outline.Sections.Where(section => section.Heading.Length > 0).Select(section => (section.Heading, section.DisplayText))
            .ShouldBe([("时间", "3月5日上午。"), ("范围", "镇区北片。")]);
    }

    [Fact]
    public async Task The_same_text_gives_the_same_bytes_whenever_it_is_written()
    {
        var first = WordTemplate.Write(Text);
        // A ZIP archive counts time in steps of two seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.1), TimeProvider.System, TestContext.Current.CancellationToken);

        WordTemplate.Write(Text).ShouldBe(first);
        WordTemplate.Write(Text + "三\n").ShouldNotBe(first);
    }
}

using System.Text;
using WeChatBridge.Search.Documents;

namespace WeChatBridge.Search.Tests.Documents;

public sealed class ReadingAFileTests
{
    private const string Sentence = "一、概述\r\n镇党委、政府领导班子对政务公开工作高度重视，认真落实工作机制。";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("GB18030")]
    public void Text_is_read_in_every_encoding_an_office_saves(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        DocumentText.Read(encoding.GetBytes(Sentence), "报告.txt").Text.ShouldBe(Sentence);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void The_mark_at_the_beginning_is_not_part_of_the_text(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        DocumentText.Read(encoding.GetPreamble().Concat(encoding.GetBytes(Sentence)).ToArray(), "报告.txt").Text.ShouldBe(Sentence);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public void A_file_without_a_word_is_refused_as_empty(string content) =>
        DocumentText.Read(Encoding.UTF8.GetBytes(content), "报告.txt").ShouldBe(new DocumentReading(DocumentRefusal.Empty, null));

    [Fact]
    public void Bytes_that_were_never_text_are_refused()
    {
        var bytes = Enumerable.Range(0, 4096).Select(i => (byte)(i * 73 % 256)).ToArray();
        DocumentText.Read(bytes, "报告.txt").Refusal.ShouldBe(DocumentRefusal.Binary);
    }

    [Theory]
    [InlineData("%PDF-1.7\n", "报告.txt")]
    [InlineData("一、概述", "报告.pdf")]
    [InlineData("一、概述", "报告.DOC")]
    public void A_format_that_is_not_read_is_named_as_such(string content, string fileName) =>
        DocumentText.Read(Encoding.UTF8.GetBytes(content), fileName).Refusal.ShouldBe(DocumentRefusal.UnsupportedFormat);

    [Fact]
    public void A_file_beyond_the_limit_is_refused_before_it_is_read() =>
        DocumentText.Read(new byte[DocumentText.MaximumBytes + 1], "报告.txt").Refusal.ShouldBe(DocumentRefusal.TooLarge);
}

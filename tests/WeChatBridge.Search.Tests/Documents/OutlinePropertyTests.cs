using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Search.Documents;

namespace WeChatBridge.Search.Tests.Documents;

public sealed class OutlinePropertyTests
{
    private static readonly string[] Pieces =
    [
        "一、", "二、", "三、概述", "（一）", "（2）", "1.", "1.1 ", "第一章 总则", "第三条", "①", "一是", "\n", "\r\n", "\r", "\f", " ", "　", "\u200B",
        "为保证工作。", "说明：", "红花尔基镇人民政府", "2017年12月27日", "目录", "……3", "- 4 -", "年报", "😀", "\uD83D", "\t12\t0", "# 标题", "。",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));

    [Fact]
    public void The_sections_put_together_are_the_document() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var outline = OutlineSplitter.Split(text);
        return string.Concat(outline.Sections.Select(section => text.Substring(section.Start, section.Length))) == text;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ordinals_count_up_and_levels_deepen_by_their_path() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var sections = OutlineSplitter.Split(text).Sections;
        return sections.Index().All(entry =>
            entry.Item.Ordinal == entry.Index && entry.Item.HeadingPath.Count == entry.Item.Level - 1);
    }).QuickCheckThrowOnFailure();
}

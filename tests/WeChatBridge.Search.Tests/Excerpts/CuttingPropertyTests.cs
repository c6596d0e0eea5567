using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Search.Excerpts;

namespace WeChatBridge.Search.Tests.Excerpts;

public sealed class CuttingPropertyTests
{
    private static readonly Gen<string> Texts = Gen.Elements(
        "镇党委高度重视", "，", "。", "；", "\n", "“先审查”", "😀", "0470-3129100", "（一）", "！", "认真落实党委政府领导主抓、办公室组织协调的工作机制", " ")
        .ListOf().Select(pieces => string.Concat(pieces));

    [Fact]
    public void No_passage_is_longer_than_wanted_or_cuts_a_character() => Prop.ForAll(Texts.ToArbitrary(), text =>
        Passages(text, 20).All(passage => passage.Length <= 20 && passage.Text == text.Substring(passage.Start, passage.Length)
            && !char.IsHighSurrogate(passage.Text[^1]) && !char.IsLowSurrogate(passage.Text[0]))).QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_pages_to_the_end_shows_every_character_but_white_space_once() => Prop.ForAll(Texts.ToArbitrary(), text =>
        Visible(string.Concat(Passages(text, 20).Select(passage => passage.Text))) == Visible(text)).QuickCheckThrowOnFailure();

    private static IEnumerable<Excerpt> Passages(string text, int maximum)
    {
        for (var passage = ExcerptCutter.Continue(text, 0, maximum); passage is not null;
             passage = ExcerptCutter.Continue(text, passage.Start + passage.Length, maximum))
        {
            yield return passage;
        }
    }

    private static string Visible(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}

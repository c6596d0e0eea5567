using System.Text.RegularExpressions;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Checks;

/// <summary>The checks before submission that need no network, in the order of the article.</summary>
internal sealed partial class ArticleChecks(IReadOnlyList<WordList> lists, LinkPolicy links)
{
    public IReadOnlyList<CheckFinding> Check(ArticleContent content) => Check(content, CheckedText.Of(content));

    private IReadOnlyList<CheckFinding> Check(ArticleContent content, IReadOnlyList<CheckedText> texts) =>
    [
        .. texts.SelectMany(text => PersonalDataCheck.Check(text).Concat(lists.SelectMany(list => list.Check(text))))
            .Concat(VisibilityCheck.Check(content, texts))
            .Concat(links.Check(content))
            .Concat(Pictures(texts))
            .Concat(Repost(content, texts))
            .Concat(Attachments(content))
            .OrderBy(finding => finding.Place.Field)
            .ThenBy(finding => finding.Place.Label, StringComparer.Ordinal)
            .ThenBy(finding => finding.Place.Offset),
    ];

    private static IEnumerable<CheckFinding> Pictures(IReadOnlyList<CheckedText> texts) =>
        from text in texts
        where text.Field == ArticleField.Picture && NameOfAFile().IsMatch(text.Text)
        select new CheckFinding(
            CheckRule.PictureDescription, CheckWeight.NeedsReason, text.At(0, text.Text.Length), ArticleTexts.AdvicePictureDescription);

    private static IEnumerable<CheckFinding> Repost(ArticleContent content, IReadOnlyList<CheckedText> texts)
    {
        if (content.IsRepost)
        {
            var place = new CheckPlace(ArticleField.SourceLink, ArticleTexts.FieldSourceLink, 0, 0, content.SourceLink);
            return string.IsNullOrWhiteSpace(content.RepostedFrom)
                ? [RepostFinding(CheckWeight.Blocking, place, ArticleTexts.AdviceRepostSource)]
                : content.SourceLink.Length == 0
                    ? [RepostFinding(CheckWeight.NeedsReason, place, ArticleTexts.AdviceRepostLink)]
                    : [];
        }

        var body = texts.First(text => text.Field == ArticleField.Body);
        return RepostMark().Match(body.Text) is { Success: true } mark
            ? [RepostFinding(CheckWeight.NeedsReason, body.At(mark.Index, mark.Length), ArticleTexts.AdviceRepostUndeclared)]
            : [];
    }

    private static CheckFinding RepostFinding(CheckWeight weight, CheckPlace place, string advice) =>
        new(CheckRule.RepostSource, weight, place, advice);

    private static IEnumerable<CheckFinding> Attachments(ArticleContent content) =>
        from attachment in content.Attachments
        where attachment.Text is null
        select new CheckFinding(
            CheckRule.UnreadAttachment,
            CheckWeight.NeedsReason,
            new CheckPlace(ArticleField.Attachment, ArticleTexts.FieldAttachment.With(attachment.FileName), 0, 0, attachment.FileName),
            ArticleTexts.AdviceUnreadAttachment);

    // Empty too: a picture without any words.
    [GeneratedRegex(
        @"^(图片|图像|照片|截图|微信图片|未标题|image|img|dsc|clip)?[\s_()（）\d-]*$|\.(jpe?g|png|gif|bmp|webp)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NameOfAFile();

    [GeneratedRegex(
        @"(转载自|转载于|转自|摘自|本文来源|(文章|稿件|信息|内容)?来源[：:]|据[\p{L}\p{N}]{2,12}(网|报|社|台|客户端)(消息|报道|讯))",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RepostMark();
}

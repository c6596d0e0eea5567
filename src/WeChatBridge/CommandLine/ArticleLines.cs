using WeChatBridge.Accounts;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Body;
using WeChatBridge.Articles.Checks;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>Articles as lines of text.</summary>
internal static class ArticleLines
{
    public static string Line(ArticleListing listing) => ArticleTexts.ArticleLine.With(
        listing.Id,
        TitleOf(listing.Title),
        ActOf(listing.Act, null),
        ArticleStandings.NameOf(listing.Standing),
        listing.ChangedBy,
        OfficeTime.Write(listing.ChangedAt),
        listing.Revision);

    public static string Begun(SavedArticle saved) => Saving(ArticleTexts.ArticleBegun, saved);

    public static string Saved(SavedArticle saved) =>
        Saving(saved.HasChanged ? ArticleTexts.ArticleSaved : ArticleTexts.ArticleNotChanged, saved);

    public static string Whole(ArticleSheet sheet, Catalogue catalogue)
    {
        var (article, content) = (sheet.Article, sheet.Article.Content);
        return string.Join(
            '\n',
            [
                ArticleTexts.ArticleHead.With(
                    article.Id,
                    TitleOf(article.Title),
                    ActOf(article.Act, article.AudienceTag),
                    ArticleStandings.NameOf(sheet.Standing),
                    article.Revision),
                .. Links(sheet),
                ArticleTexts.ArticleWritersLine.With(string.Join('、', article.Writers)),
                .. Words(content),
                Facts(Facts(content.Disclosure), catalogue),
                .. sheet.Versions.Select(Version),
                Readiness(sheet.Readiness),
            ]);
    }

    public static string Readiness(ArticleReadiness readiness) => string.Join(
        '\n',
        [
            .. readiness.Objection([]) is { } objection ? [objection] : new[] { ArticleTexts.ArticleReady },
            .. Warnings(readiness),
        ]);

    public static string Submitted(SubmittedArticle submitted) => string.Join(
        '\n',
        Warnings(submitted.Readiness).Prepend(
            (submitted.IsNew ? ArticleTexts.ArticleSubmitted : ArticleTexts.ArticleAlreadySubmitted)
                .With(submitted.ArticleId, submitted.Title, submitted.Version, submitted.ReviewId)));

    /// <summary>What a reviewer examines: the facts, what the checks found and why it stays, and where the whole can be seen.</summary>
    public static string Examined(ReviewedArticle reviewed, Catalogue catalogue)
    {
        var (version, document) = (reviewed.Version, reviewed.Document);
        return string.Join(
            '\n',
            [
                ArticleTexts.ArticleReviewedLine.With(
                    version.ArticleId, version.Number, document.Title, ActOf(document.Act, document.AudienceTag)),
                Facts(document.Disclosure, catalogue),
                .. version.Answers.SelectMany(Answer),
                .. version.Answers.Count == 0 ? [ArticleTexts.ArticleNoAnswers] : Array.Empty<string>(),
                ArticleTexts.ArticleWhereToLook.With(version.ArticleId, version.Number),
            ]);
    }

    private static string Saving(string text, SavedArticle saved) =>
        string.Join('\n', saved.Losses.Prepend(text.With(saved.Id, TitleOf(saved.Title), saved.Revision)));

    private static IEnumerable<string> Links(ArticleSheet sheet)
    {
        if (sheet.Article.CorrectsArticleId is { } corrected)
        {
            yield return ArticleTexts.ArticleCorrectsLine.With(corrected);
        }

        if (sheet.Corrections.Count > 0)
        {
            yield return ArticleTexts.ArticleCorrectedByLine.With(string.Join('、', sheet.Corrections));
        }

        if (sheet.Article.ClarifiesQuestions.Count > 0)
        {
            yield return ArticleTexts.ArticleClarifiesLine.With(string.Join('、', sheet.Article.ClarifiesQuestions));
        }
    }

    private static IEnumerable<string> Words(ArticleContent content) =>
    [
        ArticleTexts.ArticleAuthorLine.With(Filled(content.Author)),
        ArticleTexts.ArticleDigestLine.With(Filled(content.Digest)),
        .. content.IsRepost ? [ArticleTexts.ArticleRepostLine.With(Filled(content.RepostedFrom))] : Array.Empty<string>(),
        .. content.SourceLink.Length > 0 ? [ArticleTexts.ArticleSourceLine.With(content.SourceLink)] : Array.Empty<string>(),
        ArticleTexts.ArticleBodyLine.With(
            BodyText.Read(content.BodyHtml).EnumerateRunes().Count(rune => !System.Text.Rune.IsWhiteSpace(rune)),
            BodyMarkup.Of(content.BodyHtml).Pictures.Count,
            content.Cover?.FileName ?? ArticleTexts.ArticleNoCover,
            CommentsOf(content)),
        .. content.Attachments.Select(attachment =>
            (attachment.Text is null ? ArticleTexts.ArticleAttachmentUnread : ArticleTexts.ArticleAttachmentLine).With(attachment.FileName)),
    ];

    private static string CommentsOf(ArticleContent content) => content switch
    {
        { CommentsOpen: false } => ArticleTexts.CommentsOff,
        { OnlyFollowersComment: true } => ArticleTexts.CommentsFollowers,
        _ => ArticleTexts.CommentsEverybody,
    };

    private static DocumentDisclosure Facts(DisclosureFacts facts) =>
        new ArticleDraft(new ArticleContent { Disclosure = facts }).Freeze("", null).Disclosure;

    private static string Facts(DocumentDisclosure facts, Catalogue catalogue) => ArticleTexts.ArticleFactsLine.With(
        Filled(DisclosureWords.ClassOf(facts.Class)),
        DisclosureWords.VisibilityOf(facts.Visibility),
        Filled(catalogue.Find(facts.CatalogueNumber) is { } entry ? $"{entry.Number} {entry.Name}" : facts.CatalogueNumber),
        Filled(facts.IssuingBody),
        Day(facts.FormedOn),
        Day(facts.ChangedOn));

    private static string Version(ExaminedVersion examined) => ArticleTexts.ArticleVersionLine.With(
        examined.Version.Number,
        examined.Version.SubmittedBy,
        OfficeTime.Write(examined.Version.SubmittedAt),
        examined.Review.Id,
        ReviewRules.NameOf(examined.Review.State),
        examined.Version.ContentHash);

    private static IEnumerable<string> Warnings(ArticleReadiness readiness)
    {
        if (readiness.DueOn is { } due)
        {
            yield return (readiness.IsOverdue ? ArticleTexts.ArticleOverdueLine : ArticleTexts.ArticleDueLine).With(due.Written());
        }

        if (readiness.StaffingGap is { } gap)
        {
            yield return ArticleTexts.ArticleStaffingWarning.With(gap);
        }
    }

    private static IEnumerable<string> Answer(AnsweredFinding answer) =>
    [
        ArticleTexts.ArticleAnswerLine.With(answer.Place, answer.Excerpt, answer.Advice),
        ArticleTexts.ArticleAnswerReason.With(answer.By, answer.Reason),
    ];

    private static string ActOf(SendingAct act, int? tag) =>
        PublicationWords.NameOf(act) + (tag is null ? "" : $"，{PublicationWords.AudienceOf(tag)}");

    private static string TitleOf(string title) => title.Length > 0 ? title : ArticleTexts.ArticleUntitled;

    private static string Filled(string text) => text.Length > 0 ? text : ArticleTexts.ArticleNotFilled;

    private static string Day(DateOnly? date) => date is { } day ? OfficeTime.Write(day) : ArticleTexts.ArticleNotFilled;
}

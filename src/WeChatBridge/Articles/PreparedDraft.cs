using WeChatBridge.Articles.Body;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>A draft with a clean body, and the pictures that came within it.</summary>
/// <param name="Draft">What is kept.</param>
/// <param name="Files">The pictures, to be stored with it.</param>
/// <param name="Losses">Chinese sentences: what could not be kept.</param>
internal sealed record PreparedDraft(ArticleDraft Draft, IReadOnlyList<StoredFile> Files, IReadOnlyList<string> Losses)
{
    /// <summary>Cleans whatever an editor sends; cleaning what is clean changes nothing.</summary>
    public static Outcome<PreparedDraft> Of(ArticleDraft draft, DateTimeOffset at)
    {
        if (draft.Content.BodyHtml.Length > ArticleDesk.LargestBody)
        {
            return Outcome<PreparedDraft>.Refused(
                StaffTexts.FileTooLarge.With(draft.Content.BodyHtml.Length >> 20, ArticleDesk.LargestBody >> 20));
        }

        return draft.Objection() is { } objection
            ? Outcome<PreparedDraft>.Refused(objection)
            : With(draft, BodyCleaning.Clean(draft.Content.BodyHtml), at);
    }

    public static PreparedDraft With(ArticleDraft draft, ArticleBody body, DateTimeOffset at) => new(
        (draft with { Content = draft.Content with { BodyHtml = body.Html } }).Tidied(),
        [.. body.Images.Select(image => image.Embedded).OfType<EmbeddedPicture>()
            .Select(picture => StoredFile.Of(picture.Content, picture.MediaType, at))],
        body.Losses);
}

/// <summary>What a correction (更正) begins with.</summary>
internal static class Correction
{
    /// <summary>The original's words under a title that says what it is, so that the writer changes what was wrong.</summary>
    public static ArticleDraft Of(Article original) => original.Draft with
    {
        Content = original.Content with
        {
            Title = ArticleTexts.CorrectionTitle.With(original.Title),
            BodyHtml = $"<p>{System.Net.WebUtility.HtmlEncode(ArticleTexts.CorrectionOpening.With(original.Title))}</p>\n{original.Content.BodyHtml}",
            Disclosure = original.Content.Disclosure with { ChangedOn = null },
        },
    };
}

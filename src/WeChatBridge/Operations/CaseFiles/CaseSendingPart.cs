using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The part of the page that tells what was asked of the platform, what it answered, and which pictures it was given.</summary>
internal static class CaseSendingPart
{
    public static string Of(CaseFile facts, IReadOnlyList<CaseAttempt> attempts) =>
        (attempts.Count == 0 ? Html.Paragraph(CaseFileTexts.NoAttempts) : Attempts(attempts))
        + (facts.Pictures.Count == 0 ? "" : Html.Heading(3, CaseFileTexts.PicturesHead) + Html.Paragraph(CaseFileTexts.PicturesAbout)
            + Pictures(facts));

    private static string Attempts(IReadOnlyList<CaseAttempt> attempts) => Html.Table(
        [
            CaseFileTexts.AttemptTime, CaseFileTexts.AttemptStep, CaseFileTexts.AttemptTarget, CaseFileTexts.AttemptOutcome,
            CaseFileTexts.AttemptAnswer,
        ],
        attempts.Select(attempt => new[]
        {
            Html.Text(attempt.EndedAt is { } ended
                ? CaseFileTexts.Span.With(CaseWords.Of(attempt.BegunAt), CaseWords.Of(ended))
                : CaseWords.Of(attempt.BegunAt)),
            Html.Text(PublicationWords.NameOf(attempt.Step)),
            Html.Code(attempt.Target),
            Html.Text(PublicationWords.NameOf(attempt.Outcome) + (attempt.Code is { } code ? $"（{code}）" : "")),
            Html.Code(attempt.Answer),
        }));

    private static string Pictures(CaseFile facts) => Html.Table(
        [
            CaseFileTexts.FileUse, CaseFileTexts.PictureHeld, CaseFileTexts.PictureSent, CaseFileTexts.PictureName,
            CaseFileTexts.PictureTime,
        ],
        facts.Pictures.Select(one => new[]
        {
            Html.Text((one.Use == PictureUse.Cover ? CaseFileTexts.UseCover : CaseFileTexts.UsePicture) + Fetched(facts, one)),
            Bytes(one.Path, one.Hash),
            one.SentHash == one.Hash
                ? Html.Text(CaseFileTexts.PictureSame)
                : Html.Text(CaseFileTexts.PictureConverted) + Bytes(one.SentPath, one.SentHash),
            Html.Code(one.Name),
            $"<span class=\"when\">{CaseWords.Of(one.UploadedAt)}</span>",
        }));

    private static string Fetched(CaseFile facts, CasePicture one) =>
        facts.Articles.Any(article => article.Files.Any(file => file.Hash == one.Hash)) ? "" : CaseFileTexts.PictureFetched;

    private static string Bytes(string path, string hash) => Html.Link(path, CaseFileTexts.FileOpen) + " " + Html.Code(hash);
}

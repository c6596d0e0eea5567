using Microsoft.EntityFrameworkCore;
using WeChatBridge.Articles.Body;
using WeChatBridge.Audit;
using WeChatBridge.Search.Documents;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>Takes files in for an article: a body written elsewhere, the cover, attachments. Each is a save, with the same refusals.</summary>
internal sealed class ArticleFileDesk(IDbContextFactory<BridgeContext> contexts, ArticleLog log, TimeProvider clock)
{
    public const int MostAttachments = 20;

    private const int LargestFile = DocumentText.MaximumBytes;

    // Kept beside the content for the checks; a longer one is for a person to read.
    private const int LongestText = 1_000_000;

    /// <summary>Puts what a .docx, Markdown, HTML or text file says in place of the body.</summary>
    public async Task<Outcome<SavedArticle>> ImportAsync(ArticleUpload upload, Acting by, CancellationToken cancellationToken)
    {
        // Read before the transaction: SQLite has one writer, and citizens' messages wait for it.
        var body = BodyImport.Read(upload.Content, upload.FileName);
        return body.IsDone
            ? await SaveAsync(
                upload,
                "article.import",
                draft => PreparedDraft.With(draft, body.Value, clock.GetUtcNow()),
                by,
                cancellationToken)
            : Outcome<SavedArticle>.Refused(body.Refusal!);
    }

    public async Task<Outcome<SavedArticle>> SetCoverAsync(ArticleUpload upload, Acting by, CancellationToken cancellationToken)
    {
        if (upload.Content.Length > LargestFile || PictureFormat.Recognise(upload.Content) is not { } type)
        {
            return Outcome<SavedArticle>.Refused(ArticleTexts.CoverUnfit.With(upload.FileName, LargestFile >> 20));
        }

        var file = StoredFile.Of(upload.Content, type, clock.GetUtcNow());
        return await SaveAsync(
            upload,
            "article.cover",
            draft => Holding(draft with { Content = draft.Content with { Cover = new ArticleCover(file.Hash, upload.FileName) } }, file),
            by,
            cancellationToken);
    }

    /// <summary>Adds an attachment, or puts it in place of the one of that name.</summary>
    public async Task<Outcome<SavedArticle>> AttachAsync(ArticleUpload upload, Acting by, CancellationToken cancellationToken)
    {
        if (upload.Content.Length is 0 or > LargestFile)
        {
            return Outcome<SavedArticle>.Refused(upload.Content.Length == 0
                ? StaffTexts.FileEmpty.With(upload.FileName)
                : StaffTexts.FileTooLarge.With(upload.Content.Length >> 20, LargestFile >> 20));
        }

        var file = StoredFile.Of(upload.Content, TypeOf(upload), clock.GetUtcNow());
        var text = DocumentText.Read(upload.Content, upload.FileName).Text;
        var attachment = new ArticleAttachment(file.Hash, upload.FileName, text?.Length > LongestText ? null : text);
        return await SaveAsync(
            upload,
            "article.attach",
            draft => Without(draft, upload.FileName) is { Count: < MostAttachments } others
                ? Holding(draft with { Content = draft.Content with { Attachments = [.. others, attachment] } }, file)
                : Outcome<PreparedDraft>.Refused(ArticleTexts.TooManyAttachments.With(MostAttachments)),
            by,
            cancellationToken);
    }

    /// <summary>Takes the attachment of this name off again.</summary>
    public Task<Outcome<SavedArticle>> DetachAsync(
        long id, int? seen, string fileName, Acting by, CancellationToken cancellationToken) => SaveAsync(
        new ArticleUpload(id, seen, fileName, []),
        "article.detach",
        draft => Without(draft, fileName) is var others && others.Count < draft.Content.Attachments.Count
            ? Holding(draft with { Content = draft.Content with { Attachments = others } })
            : Outcome<PreparedDraft>.Refused(ArticleTexts.AttachmentUnknown.With(fileName)),
        by,
        cancellationToken);

    private async Task<Outcome<SavedArticle>> SaveAsync(
        ArticleUpload upload,
        string action,
        Func<ArticleDraft, Outcome<PreparedDraft>> change,
        Acting by,
        CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var found = await ArticleReading.TakeAsync(context, upload.ArticleId, upload.Seen, by, cancellationToken);
        var prepared = found.IsDone ? change(found.Value.Draft) : Outcome<PreparedDraft>.Refused(found.Refusal!);
        if (!prepared.IsDone)
        {
            return Outcome<SavedArticle>.Refused(prepared.Refusal!);
        }

        var article = found.Value;
        var hasChanged = await log.WriteAsync(
            context, article, prepared.Value.Draft, new ArticleChange(action, by, prepared.Value.Files), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SavedArticle(article.Id, article.Title, article.Revision, hasChanged, prepared.Value.Losses);
    }

    private static PreparedDraft Holding(ArticleDraft draft, params IReadOnlyList<StoredFile> files) => new(draft, files, []);

    private static List<ArticleAttachment> Without(ArticleDraft draft, string fileName) =>
        [.. draft.Content.Attachments.Where(attachment => attachment.FileName != fileName)];

    // What it is offered to readers as; its first bytes are believed before its name.
    private static string TypeOf(ArticleUpload upload) => PictureFormat.Recognise(upload.Content)
        ?? Path.GetExtension(upload.FileName).ToLowerInvariant() switch
        {
            ".pdf" => "application/pdf",
            ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".txt" or ".md" => "text/plain",
            _ => "application/octet-stream",
        };
}

/// <summary>A file handed in for an article.</summary>
/// <param name="ArticleId">Which article.</param>
/// <param name="Seen">The number they saw; null is as they themselves left it.</param>
/// <param name="FileName">Its name, without a folder.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ArticleUpload(long ArticleId, int? Seen, string FileName, byte[] Content);

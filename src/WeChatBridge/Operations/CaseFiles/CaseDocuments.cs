using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The frozen articles of a publication with every file they name, as the store holds them.</summary>
internal sealed record CaseDocuments(
    IReadOnlyList<CaseArticle> Articles,
    IReadOnlyList<(ArticleDocument Document, byte[] Bytes)> Documents,
    IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>A case that lacks a page of what was sent proves nothing: what is missing is named.</summary>
    public static async Task<Outcome<CaseDocuments>> FindAsync(
        BridgeContext context, Publication publication, CancellationToken cancellationToken)
    {
        var articles = new List<CaseArticle>();
        var documents = new List<(ArticleDocument, byte[])>();
        var files = new Dictionary<string, byte[]>();
        foreach (var item in publication.Items.OrderBy(item => item.Position))
        {
            if (await DocumentAsync(context, item.ContentHash, cancellationToken) is not { } frozen)
            {
                return Outcome<CaseDocuments>.Refused(CaseFileTexts.DocumentGone.With(item.Title, item.ContentHash));
            }

            documents.Add(frozen);
            var stored = new List<CaseStoredFile>();
            foreach (var (use, file) in FilesOf(frozen.Document))
            {
                if (await FileAsync(context, file.Hash, cancellationToken) is not { } found)
                {
                    return Outcome<CaseDocuments>.Refused(CaseFileTexts.FileGone.With(item.Title, file.Name, file.Hash));
                }

                var path = CasePaths.File(file.Hash, found.MediaType, file.Name);
                stored.Add(new CaseStoredFile(use, file.Hash, file.Name, path));
                files[path] = found.Content;
            }

            articles.Add(Of(item, frozen.Document.Disclosure, stored) with
            {
                Versions = await CaseArticleFinder.VersionsAsync(context, item, cancellationToken),
                Links = await CaseArticleFinder.LinksAsync(context, item, cancellationToken),
            });
        }

        return new CaseDocuments(articles, documents, files);
    }

    private static CaseArticle Of(PublicationItem item, DocumentDisclosure disclosure, IReadOnlyList<CaseStoredFile> files) => new(
        item.Position + 1,
        item.SubjectId,
        item.ContentHash,
        item.Title,
        item.Url,
        item.HasFailed,
        item.WithdrawnAt,
        disclosure,
        [],
        new CaseLinks(null, [], []),
        CasePaths.Document(item.Position + 1),
        CasePaths.Page(item.Position + 1),
        files);

    /// <summary>Every file the article names, in a fixed order.</summary>
    public static IEnumerable<(CaseFileUse Use, DocumentFile File)> FilesOf(ArticleDocument document) =>
    [
        .. document.Cover is { } cover ? [(CaseFileUse.Cover, cover)] : Array.Empty<(CaseFileUse, DocumentFile)>(),
        .. CasePaths.PicturesIn(document.BodyHtml).Select(hash => (CaseFileUse.Picture, new DocumentFile(hash, ""))),
        .. document.Attachments.Select(file => (CaseFileUse.Attachment, file)),
    ];

    private static async Task<(ArticleDocument Document, byte[] Bytes)?> DocumentAsync(
        BridgeContext context, string hash, CancellationToken cancellationToken)
    {
        try
        {
            return await FileAsync(context, hash, cancellationToken) is { } file ? (ArticleDocument.Read(file.Content), file.Content) : null;
        }
        catch (JsonException)
        {
            // Stored under the hash, and no article: it is as good as gone.
            return null;
        }
    }

    private static Task<StoredFile?> FileAsync(BridgeContext context, string hash, CancellationToken cancellationToken) =>
        context.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Hash == hash, cancellationToken);
}

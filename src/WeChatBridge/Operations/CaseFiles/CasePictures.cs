using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The pictures of a message as the platform was given them, with the bytes we hold and the bytes that went out.</summary>
internal sealed record CasePictures(IReadOnlyList<CasePicture> Pictures, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>Those its articles name, and those its own uploads were about: what was fetched from elsewhere is named by no article.</summary>
    public static async Task<Outcome<CasePictures>> FindAsync(
        BridgeContext context,
        string accountKey,
        IReadOnlyList<CaseArticle> articles,
        IReadOnlyList<SendingAttempt> attempts,
        CancellationToken cancellationToken)
    {
        var wanted = Wanted(articles, attempts);
        var hashes = wanted.Select(one => one.Hash).Distinct().ToList();
        var uploaded = await context.Set<UploadedPicture>().AsNoTracking()
            .Where(one => one.AccountKey == accountKey && hashes.Contains(one.Hash)).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var pictures = new List<CasePicture>();
        var files = new Dictionary<string, byte[]>();
        foreach (var one in uploaded.Where(one => wanted.Contains((one.Use, one.Hash))))
        {
            if (await KeepAsync(context, one.Hash, files, cancellationToken) is not { } path
                || await KeepAsync(context, one.SentHash, files, cancellationToken) is not { } sentPath)
            {
                return Outcome<CasePictures>.Refused(CaseFileTexts.PictureGone.With(one.Name, one.SentHash));
            }

            pictures.Add(new CasePicture(one.Use, one.Hash, one.SentHash, one.Name, one.UploadedAt, path, sentPath));
        }

        return new CasePictures(pictures, files);
    }

    private static HashSet<(PictureUse Use, string Hash)> Wanted(IReadOnlyList<CaseArticle> articles, IReadOnlyList<SendingAttempt> attempts) =>
    [
        .. articles.SelectMany(article => article.Files).Where(file => file.Use != CaseFileUse.Attachment)
            .Select(file => (file.Use == CaseFileUse.Cover ? PictureUse.Cover : PictureUse.Body, file.Hash)),
        .. attempts.Where(attempt => attempt.Step is SendingStep.BodyPicture or SendingStep.Cover)
            .Select(attempt => (attempt.Step == SendingStep.Cover ? PictureUse.Cover : PictureUse.Body, attempt.Target)),
    ];

    private static async Task<string?> KeepAsync(
        BridgeContext context, string hash, Dictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        var file = await context.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash, cancellationToken);
        if (file is null)
        {
            return null;
        }

        var path = CasePaths.File(hash, file.MediaType, "");
        files[path] = file.Content;
        return path;
    }
}

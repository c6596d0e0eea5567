using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Whether a case holds the bytes of every picture that the ledger says was handed over, and that its articles name.</summary>
internal static class CasePictureCheck
{
    public static string? Misfit(IReadOnlyDictionary<string, byte[]> files, CaseFile facts, IReadOnlyList<CaseAttempt> attempts)
    {
        foreach (var (hash, path) in facts.Pictures.SelectMany(one => new[] { (one.Hash, one.Path), (one.SentHash, one.SentPath) }))
        {
            if (!path.StartsWith($"files/{hash}.", StringComparison.Ordinal) || !files.TryGetValue(path, out var content))
            {
                return CaseFileTexts.Missing.With(path);
            }

            if (StoredFile.HashOf(content) != hash)
            {
                return CaseFileTexts.Changed.With(path);
            }
        }

        var held = facts.Pictures.Select(one => (one.Use, one.Hash)).ToHashSet();
        return Needed(facts, attempts).Where(needed => !held.Contains(needed)).Select(needed => needed.Hash).FirstOrDefault() is { } missing
            ? CaseFileTexts.PictureUntold.With(missing)
            : null;
    }

    private static IEnumerable<(PictureUse Use, string Hash)> Needed(CaseFile facts, IReadOnlyList<CaseAttempt> attempts)
    {
        var done = attempts.Where(attempt => attempt.Outcome == AttemptOutcome.Done).ToList();
        var uploaded = done.Where(attempt => attempt.Step is SendingStep.BodyPicture or SendingStep.Cover)
            .Select(attempt => (attempt.Step == SendingStep.Cover ? PictureUse.Cover : PictureUse.Body, attempt.Target));
        // No draft is made before each picture has been uploaded, for this message or an earlier one.
        return facts.Publication.MayBeOut && done.Exists(attempt => attempt.Step == SendingStep.Draft)
            ? uploaded.Concat(facts.Articles.SelectMany(article => article.Files).Where(file => file.Use != CaseFileUse.Attachment)
                .Select(file => (file.Use == CaseFileUse.Cover ? PictureUse.Cover : PictureUse.Body, file.Hash)))
            : uploaded;
    }
}

using System.Text;
using System.Text.Json;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Judges a case file by nothing but itself; the first thing that does not fit is named.</summary>
internal static class CaseCheck
{
    public static async Task<Outcome<CaseVerdict>> JudgeAsync(byte[] archive, CancellationToken cancellationToken)
    {
        var files = await CaseArchive.ReadAsync(archive, cancellationToken);
        if (!files.IsDone)
        {
            return Outcome<CaseVerdict>.Refused(files.Refusal!);
        }

        var read = CaseSums.Misfit(files.Value) is { } changed ? Outcome<CaseVerdict>.Refused(changed) : Read(files.Value);
        return read.IsDone && Misfit(files.Value, read.Value) is { } misfit ? Outcome<CaseVerdict>.Refused(misfit) : read;
    }

    private static Outcome<CaseVerdict> Read(IReadOnlyDictionary<string, byte[]> files)
    {
        string[] needed = [CasePaths.Index, CasePaths.Case, CasePaths.Attempts, CasePaths.Audit];
        if (needed.FirstOrDefault(path => !files.ContainsKey(path)) is { } missing)
        {
            return Outcome<CaseVerdict>.Refused(CaseFileTexts.Missing.With(missing));
        }

        var reading = CasePaths.Case;
        try
        {
            var facts = CaseFile.Read(files[reading]);
            reading = CasePaths.Attempts;
            _ = JsonSerializer.Deserialize<List<CaseAttempt>>(files[reading], CaseFile.Json) ?? throw new JsonException();
            reading = CasePaths.Audit;
            return new CaseVerdict(facts, CaseAuditLine.Read(files[reading]));
        }
        catch (JsonException)
        {
            return Outcome<CaseVerdict>.Refused(CaseFileTexts.Unreadable.With(reading));
        }
    }

    private static string? Misfit(IReadOnlyDictionary<string, byte[]> files, CaseVerdict read)
    {
        var facts = read.Case;
        return facts.Articles.Select((article, index) => Misfit(files, facts, article, index + 1)).FirstOrDefault(misfit => misfit is not null)
            ?? Surplus(files, facts)
            ?? CaseAuditCheck.Misfit(read.Audit, facts)
            ?? (facts.Publication.MayBeOut
                ? facts.Articles.Select(article => CaseReviewCheck.Misfit(facts, article)).FirstOrDefault(misfit => misfit is not null)
                : null);
    }

    private static string? Misfit(IReadOnlyDictionary<string, byte[]> files, CaseFile facts, CaseArticle article, int number)
    {
        if (article.Position != number || article.Document != CasePaths.Document(number) || article.Page != CasePaths.Page(number))
        {
            return CaseFileTexts.ArticleMisplaced.With(number);
        }

        if (!files.TryGetValue(article.Document, out var bytes) || !files.TryGetValue(article.Page, out var page))
        {
            return CaseFileTexts.Missing.With(files.ContainsKey(article.Document) ? article.Page : article.Document);
        }

        if (StoredFile.HashOf(bytes) != article.ContentHash)
        {
            return CaseFileTexts.NotTheApproved.With(article.Document, article.ContentHash);
        }

        try
        {
            return Misfit(files, facts, article, ArticleDocument.Read(bytes), Encoding.UTF8.GetString(page));
        }
        catch (JsonException)
        {
            return CaseFileTexts.Unreadable.With(article.Document);
        }
    }

    private static string? Misfit(
        IReadOnlyDictionary<string, byte[]> files, CaseFile facts, CaseArticle article, ArticleDocument document, string page)
    {
        if (document.Title != article.Title || document.AccountKey != facts.Publication.AccountKey
            || document.Disclosure != article.Disclosure)
        {
            return CaseFileTexts.FactsDiffer.With(CasePaths.Case, article.Document);
        }

        var named = CaseDocuments.FilesOf(document).Select(file => (file.Use, file.File.Hash, file.File.Name));
        if (!named.SequenceEqual(article.Files.Select(file => (file.Use, file.Hash, file.Name))))
        {
            return CaseFileTexts.FactsDiffer.With(CasePaths.Case, article.Document);
        }

        foreach (var file in article.Files)
        {
            if (!file.Path.StartsWith($"files/{file.Hash}.", StringComparison.Ordinal) || !files.TryGetValue(file.Path, out var content))
            {
                return CaseFileTexts.Missing.With(file.Path);
            }

            if (StoredFile.HashOf(content) != file.Hash)
            {
                return CaseFileTexts.Changed.With(file.Path);
            }
        }

        return page.Contains(CaseArticlePage.BodyOf(article, document), StringComparison.Ordinal)
            ? null
            : CaseFileTexts.FactsDiffer.With(article.Page, article.Document);
    }

    private static string? Surplus(IReadOnlyDictionary<string, byte[]> files, CaseFile facts)
    {
        HashSet<string> known =
        [
            CasePaths.Index, CasePaths.Case, CasePaths.Attempts, CasePaths.Audit, CasePaths.Sums,
            .. facts.Articles.SelectMany(article => article.Files.Select(file => file.Path).Append(article.Document).Append(article.Page)),
        ];
        return files.Keys.Order(StringComparer.Ordinal).FirstOrDefault(path => !known.Contains(path)) is { } surplus
            ? CaseFileTexts.Surplus.With(surplus)
            : null;
    }
}

/// <summary>A case that fits together.</summary>
internal sealed record CaseVerdict(CaseFile Case, CaseAudit Audit)
{
    /// <summary>What is in order and should be known all the same.</summary>
    public IEnumerable<string> Remarks =>
    [
        .. Case.Publication.MayBeOut
            ? Array.Empty<string>()
            : [CaseFileTexts.RemarkNotOut.With(PublicationWords.NameOf(Case.Publication.State))],
        .. Case.Reviews.Where(review => review.IsEmergency && review.FollowsUpId is null && review.UsedAt is not null).Select(review =>
            Case.Reviews.Any(other => other.FollowsUpId == review.Id && other.State == Reviews.ReviewState.Passed)
                ? CaseFileTexts.RemarkEmergency.With(review.Id)
                : CaseFileTexts.RemarkEmergencyOpen.With(review.Id)),
    ];
}

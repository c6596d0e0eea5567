using System.Text.Json;
using WeChatBridge.Publishing;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Whether an article of a case is the version that was examined, with all its files, and its page shows that and nothing else.</summary>
internal static class CaseArticleCheck
{
    public static string? Misfit(IReadOnlyDictionary<string, byte[]> files, CaseFile facts, CaseArticle article, int number)
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
            return Misfit(files, facts, article, ArticleDocument.Read(bytes), page);
        }
        catch (JsonException)
        {
            return CaseFileTexts.Unreadable.With(article.Document);
        }
    }

    private static string? Misfit(
        IReadOnlyDictionary<string, byte[]> files, CaseFile facts, CaseArticle article, ArticleDocument document, byte[] page)
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

        return page.AsSpan().SequenceEqual(CaseArticlePage.Of(article, document))
            ? null
            : CaseFileTexts.FactsDiffer.With(article.Page, article.Document);
    }
}

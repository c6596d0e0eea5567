using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Sending;

/// <summary>The versions of a publication as they were frozen: what is sent is what was examined, byte for byte.</summary>
internal sealed class FrozenArticles(SendingStore store)
{
    /// <summary>In the order of the message; null where a version cannot be read, and the publication was stopped.</summary>
    public async Task<IReadOnlyList<ArticleDocument>?> ReadAsync(Claim claim, Publication publication)
    {
        var documents = new List<ArticleDocument>();
        foreach (var item in publication.Items)
        {
            if (await ReadAsync(item.ContentHash) is not { } document || document.AccountKey != publication.AccountKey)
            {
                await store.ChangeAsync(claim, opened => Setbacks.Stop(
                    opened, StopReason.ContentRejected, SendingTexts.VersionUnreadable.With(item.Title), item.ContentHash));
                return null;
            }

            documents.Add(document);
        }

        return documents;
    }

    /// <summary>The same, for looking only: null where one cannot be read.</summary>
    public Task<IReadOnlyList<ArticleDocument>?> FindAsync(Publication publication) =>
        FindAsync(publication.Items.Select(item => item.ContentHash));

    /// <summary>The documents of these hashes, in this order; null where one cannot be read.</summary>
    public async Task<IReadOnlyList<ArticleDocument>?> FindAsync(IEnumerable<string> hashes)
    {
        var documents = new List<ArticleDocument>();
        foreach (var hash in hashes)
        {
            if (await ReadAsync(hash) is not { } document)
            {
                return null;
            }

            documents.Add(document);
        }

        return documents;
    }

    private async Task<ArticleDocument?> ReadAsync(string hash)
    {
        var content = await store.ReadAsync(context =>
            context.Set<StoredFile>().Where(file => file.Hash == hash).Select(file => file.Content).SingleOrDefaultAsync());
        try
        {
            // The name is the hash: a file that does not fit its name was changed behind our back.
            return content is not null && StoredFile.HashOf(content) == hash ? ArticleDocument.Read(content) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Previews;

/// <summary>Tells those who work for the account what was shown to whom.</summary>
internal sealed class PhonePreviewFinder(IDbContextFactory<BridgeContext> contexts)
{
    private const int Most = 50;

    /// <summary>The newest first.</summary>
    /// <param name="accountKey">Of which account.</param>
    /// <param name="publicationId">Of this publication alone; null for all.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<Outcome<IReadOnlyList<PhonePreview>>> ListAsync(
        string accountKey, long? publicationId, Acting by, CancellationToken cancellationToken)
    {
        if (PublicationFinder.ObjectionTo(by, accountKey) is { } refusal)
        {
            return Outcome<IReadOnlyList<PhonePreview>>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<PhonePreview>().AsNoTracking()
            .Where(preview => preview.AccountKey == accountKey && (publicationId == null || preview.PublicationId == publicationId))
            .OrderByDescending(preview => preview.Id).Take(Most).AsSplitQuery().ToListAsync(cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Notices;

/// <summary>Shows a person what waits for them, and takes their word that they have seen it.</summary>
internal sealed class NoticeDesk(IDbContextFactory<BridgeContext> contexts, TimeProvider clock)
{
    /// <param name="by">Who asks; they see their own only.</param>
    /// <param name="accountKey">One account, or null for all.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<Outcome<IReadOnlyList<NoticeLine>>> ListAsync(Acting by, string? accountKey, CancellationToken cancellationToken)
    {
        if (!by.IsPerson)
        {
            return Outcome<IReadOnlyList<NoticeLine>>.Refused(NoticeTexts.NeedsPerson);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Outcome<IReadOnlyList<NoticeLine>>.Done(
            await NoticeFinder.WaitingForAsync(context, by.Name, accountKey, cancellationToken));
    }

    /// <summary>Marks it for this person alone; a second time changes nothing.</summary>
    public async Task<Outcome<NoticeLine>> SeeAsync(long id, Acting by, CancellationToken cancellationToken)
    {
        if (!by.IsPerson)
        {
            return Outcome<NoticeLine>.Refused(NoticeTexts.NeedsPerson);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var waiting = await NoticeFinder.WaitingForAsync(context, by.Name, null, cancellationToken);
        // One sentence for all: whom it is not for learns not even that it exists.
        if (waiting.FirstOrDefault(line => line.Notice.Id == id) is not { } line)
        {
            return Outcome<NoticeLine>.Refused(NoticeTexts.Unknown.With(id));
        }

        if (line.SeenAt is not null)
        {
            return line;
        }

        var sight = NoticeSight.Of(id, by.Name, clock.GetUtcNow());
        context.Add(sight);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (StoreConflict.Is(exception))
        {
            // They clicked twice.
        }

        return line with { SeenAt = sight.At };
    }
}

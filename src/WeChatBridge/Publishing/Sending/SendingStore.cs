using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// The one door through which the sending changes the store: one decision, one transaction, its audit entries included, and only by the
/// worker that holds the publication at that moment. What is written here is written to the end, even if the process is told to stop.
/// </summary>
internal sealed class SendingStore(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<T> ReadAsync<T>(Func<BridgeContext, Task<T>> read)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await read(context);
    }

    /// <summary>The publication as it stands, with its articles in order.</summary>
    public Task<Publication> ReadAsync(Claim claim) => ReadAsync(context =>
        context.Set<Publication>().AsNoTracking().Include(one => one.Items.OrderBy(item => item.Position))
            .SingleAsync(one => one.Id == claim.PublicationId));

    /// <summary>The attempts of the sending that runs, oldest first.</summary>
    public Task<List<SendingAttempt>> AttemptsAsync(Publication publication) => ReadAsync(context =>
        context.Set<SendingAttempt>().AsNoTracking()
            .Where(attempt => attempt.PublicationId == publication.Id && attempt.BegunAt >= publication.BegunAt)
            .OrderBy(attempt => attempt.Id).ToListAsync());

    /// <summary>False where another worker holds the publication meanwhile: then nothing is changed.</summary>
    public Task<bool> ChangeAsync(Claim claim, Action<OpenPublication> change) => ChangeAsync(claim, opened =>
    {
        change(opened);
        return Task.CompletedTask;
    });

    /// <summary>False where another worker holds the publication meanwhile: then nothing is changed.</summary>
    public async Task<bool> ChangeAsync(Claim claim, Func<OpenPublication, Task> change)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
        // First of all: an event that comes at this moment is either seen here, or sees what is done here.
        await AuditTrail.TakeTurnAsync(context, CancellationToken.None);
        var publication = await OpenPublication.FindAsync(context, claim.PublicationId, CancellationToken.None);
        if (publication is null || publication.ClaimedBy != claim.Token)
        {
            return false;
        }

        var opened = new OpenPublication(context, publication, Now);
        await change(opened);
        await opened.SaveAsync(audit, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Sending;

/// <summary>A publication inside the transaction of one decision; what is noted goes into the audit trail in the same commit.</summary>
internal sealed class OpenPublication(BridgeContext context, Publication publication, DateTimeOffset at)
{
    /// <summary>Who acts in the audit trail where no person does.</summary>
    public const string Actor = "publishing-worker";

    private readonly List<AuditedAct> _notes = [];
    private readonly PublicationState _before = publication.State;

    public BridgeContext Context { get; } = context;

    public Publication Publication { get; } = publication;

    public DateTimeOffset At { get; } = at;

    public IEnumerable<PublicationItem> Items => Publication.Items.OrderBy(item => item.Position);

    public static Task<Publication?> FindAsync(BridgeContext context, long id, CancellationToken cancellationToken) =>
        context.Set<Publication>().Include(one => one.Items).SingleOrDefaultAsync(one => one.Id == id, cancellationToken);

    /// <summary>What an inspector will want to know of the act: numbers, hashes, addresses; never words of citizens.</summary>
    public void Note(string action, string detail) =>
        _notes.Add(new AuditedAct(Actor, Publication.AccountKey, action, $"publication/{Publication.Id}", detail));

    /// <summary>The same for an act on the account.</summary>
    public void NoteOnAccount(string action, string detail) =>
        _notes.Add(new AuditedAct(Actor, Publication.AccountKey, action, $"account/{Publication.AccountKey}", detail));

    public Task<bool> IsAccountPausedAsync() => Context.Set<AccountSending>()
        .AnyAsync(one => one.AccountKey == Publication.AccountKey && one.IsPaused);

    public Task<bool> IsAccountDraftOnlyAsync() => Context.Set<AccountSending>()
        .AnyAsync(one => one.AccountKey == Publication.AccountKey && one.IsDraftOnly);

    /// <summary>What the account may send now, to be changed.</summary>
    public async Task<AccountSending> AccountAsync(CancellationToken cancellationToken)
    {
        var known = await Context.Set<AccountSending>()
            .SingleOrDefaultAsync(one => one.AccountKey == Publication.AccountKey, cancellationToken);
        return known ?? Context.Add(AccountSending.Unhindered(Publication.AccountKey)).Entity;
    }

    /// <summary>Saves what was changed, with an entry for each note; the caller commits.</summary>
    public async Task SaveAsync(AuditTrail audit, CancellationToken cancellationToken)
    {
        await Context.SaveChangesAsync(cancellationToken);
        _notes.AddRange(await ReleaseUse.FollowAsync(Context, Publication, _before, Actor, At));
        foreach (var note in _notes)
        {
            await audit.AppendAsync(Context, note, cancellationToken);
        }
    }
}

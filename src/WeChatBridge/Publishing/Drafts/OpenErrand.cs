using WeChatBridge.Audit;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Drafts;

/// <summary>An errand inside the transaction of one decision; what is noted goes into the audit trail in the same commit.</summary>
internal sealed class OpenErrand<T>(BridgeContext context, T errand, DateTimeOffset at)
    where T : class, IErrand
{
    private readonly List<AuditedAct> _notes = [];

    public BridgeContext Context { get; } = context;

    public T Errand { get; } = errand;

    public DateTimeOffset At { get; } = at;

    /// <summary>What an inspector will want to know of the act: numbers and hashes, never whose WeChat it was.</summary>
    public void Note(string action, string detail) =>
        _notes.Add(new AuditedAct(OpenPublication.Actor, Errand.AccountKey, action, Errand.AuditSubject, detail));

    public async Task SaveAsync(AuditTrail audit)
    {
        await Context.SaveChangesAsync();
        if (Errand is OwnDraft { State: OwnDraftState.Gone, PublicationId: { } publication })
        {
            _notes.AddRange(await ReleaseUse.DraftGoneAsync(Context, publication, OpenPublication.Actor, At));
        }

        foreach (var note in _notes)
        {
            await audit.AppendAsync(Context, note, CancellationToken.None);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reports;

/// <summary>Keeps the synonyms of an account. A change is a new version of its whole list, which a second person confirms.</summary>
internal sealed class SynonymDesk(IDbContextFactory<BridgeContext> contexts, WordingLog wordings)
{
    private const string Subject = "synonyms";

    public Task<Outcome<WrittenVersion>> AddAsync(
        string accountKey, IReadOnlyList<string> words, Acting by, CancellationToken cancellationToken) => ChangeAsync(
        accountKey, by, list => list.With(words), StaffTexts.SynonymsAddedTitle.With(string.Join('、', words)), cancellationToken);

    public Task<Outcome<WrittenVersion>> RemoveAsync(
        string accountKey, IReadOnlyList<string> words, Acting by, CancellationToken cancellationToken) => ChangeAsync(
        accountKey, by, list => list.Without(words), StaffTexts.SynonymsRemovedTitle.With(string.Join('、', words)), cancellationToken);

    /// <summary>The list in use, and the one that waits.</summary>
    public async Task<SynonymState> ListAsync(string accountKey, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pending = await WordingLog.PendingAsync(context, ReviewedKind.Synonyms, accountKey, Subject, cancellationToken);
        var used = await WordingLog.ReleasedAsync(context, ReviewedKind.Synonyms, accountKey, Subject, cancellationToken);
        return new SynonymState(Read(used), pending is null ? null : Read(pending));
    }

    /// <summary>Gives each account that never had a list the one of the seeds, on the installer's word.</summary>
    public async Task InstallAsync(
        IEnumerable<string> accountKeys, SynonymList seeds, Acting installer, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await context.Set<Wording>().Where(wording => wording.Kind == ReviewedKind.Synonyms)
            .Select(wording => wording.AccountKey).Distinct().ToListAsync(cancellationToken);
        foreach (var accountKey in accountKeys.Except(known))
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await wordings.InstallAsync(
                context, Version(accountKey, StaffTexts.SynonymsSeedTitle, seeds), installer, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>The lists in use, by account.</summary>
    public static async Task<IReadOnlyDictionary<string, SynonymList>> AllAsync(
        BridgeContext context, CancellationToken cancellationToken) =>
        (await WordingLog.AllReleasedAsync(context, ReviewedKind.Synonyms, cancellationToken))
            .ToDictionary(wording => wording.AccountKey, Read);

    private async Task<Outcome<WrittenVersion>> ChangeAsync(
        string accountKey, Acting by, Func<SynonymList, Outcome<SynonymList>> change, string title, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.KeepRules, accountKey) is { } forbidden)
        {
            return Outcome<WrittenVersion>.Refused(forbidden);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await Audit.AuditTrail.TakeTurnAsync(context, cancellationToken);
        // On top of what waits: two changes of one day are confirmed together, and neither undoes the other.
        var before = await WordingLog.PendingAsync(context, ReviewedKind.Synonyms, accountKey, Subject, cancellationToken)
            ?? await WordingLog.ReleasedAsync(context, ReviewedKind.Synonyms, accountKey, Subject, cancellationToken);
        var changed = change(Read(before));
        if (!changed.IsDone)
        {
            return Outcome<WrittenVersion>.Refused(changed.Refusal!);
        }

        var written = await wordings.WriteAsync(context, Version(accountKey, title, changed.Value), by, cancellationToken);
        if (written.IsDone)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return written;
    }

    private static NewWording Version(string accountKey, string title, SynonymList list) =>
        new(ReviewedKind.Synonyms, accountKey, Subject, title, list.ToText());

    private static SynonymList Read(Wording? wording) =>
        wording is null ? SynonymList.Empty : SynonymList.Parse(wording.Content.Split('\n'));
}

/// <summary>How an account's synonyms stand.</summary>
/// <param name="Used">The list the search uses.</param>
/// <param name="Pending">The list that waits for a second person; null where none does.</param>
internal sealed record SynonymState(SynonymList Used, SynonymList? Pending);

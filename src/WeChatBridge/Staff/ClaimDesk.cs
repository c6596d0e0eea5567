using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Staff;

/// <summary>Hands a system without staff over to its first administrator.</summary>
internal sealed class ClaimDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The word to be shown on the server's own screen, once; null where there is staff already. Earlier words are void.</summary>
    public async Task<string?> IssueAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        if (await context.Set<StaffMember>().AnyAsync(cancellationToken))
        {
            return null;
        }

        var (stored, word) = ClaimToken.New(clock.GetUtcNow());
        await context.Set<ClaimToken>().ExecuteDeleteAsync(cancellationToken);
        context.Add(stored);
        var act = new AuditedAct(Acting.Installer.Name, "", "staff.claim-issue", $"claim/{stored.Hash}", "");
        await audit.AppendAsync(context, act, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return word;
    }

    /// <param name="word">What <see cref="IssueAsync"/> gave.</param>
    /// <param name="person">Who takes over; their roles are what they get.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<Outcome<StaffMember>> RedeemAsync(string word, NewStaffMember person, CancellationToken cancellationToken)
    {
        if (StaffDesk.ObjectionTo(person) is { } refusal)
        {
            return Outcome<StaffMember>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var hash = ClaimToken.HashOf(word);
        var now = clock.GetUtcNow();
        var usable = await context.Set<ClaimToken>().Where(token => token.Hash == hash && token.ExpiresAt > now)
            .ExecuteDeleteAsync(cancellationToken);
        if (usable == 0 || await context.Set<StaffMember>().AnyAsync(cancellationToken))
        {
            return Outcome<StaffMember>.Refused(StaffTexts.ClaimRefused.With(ClaimToken.Lifetime.TotalHours));
        }

        var member = (await StaffDesk.EnterAsync(context, person, now)).Value;
        var detail = $"claim {hash}; {StaffDesk.Describe(member)}";
        var act = new AuditedAct(member.Name, "", "staff.claim", $"staff/{member.Name}", detail);
        await audit.AppendAsync(context, act, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return member;
    }
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reviews;

/// <summary>Enters who stands in for whom: by the absent person, or by an administrator for them.</summary>
internal sealed class DelegationDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome<Delegation>> DelegateAsync(NewDelegation wanted, Acting by, CancellationToken cancellationToken)
    {
        if (ObjectionTo(wanted, by) is { } refusal)
        {
            return Outcome<Delegation>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        if (ObjectionTo(wanted, await StaffFinder.EnabledAsync(context, cancellationToken)) is { } unfit)
        {
            return Outcome<Delegation>.Refused(unfit);
        }

        var delegation = Delegation.Of(wanted, by.Name);
        context.Add(delegation);
        await context.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(context, ActOf("review.delegate", delegation, by), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return delegation;
    }

    /// <summary>Ends it at once: the absent person is back.</summary>
    public async Task<Outcome<Delegation>> EndAsync(long id, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        if (await context.Set<Delegation>().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } delegation)
        {
            return Outcome<Delegation>.Refused(StaffTexts.DelegationUnknown.With(id));
        }

        if (ObjectionTo(delegation.AccountKey, delegation.From, by) is { } refusal)
        {
            return Outcome<Delegation>.Refused(refusal);
        }

        delegation.End(clock.GetUtcNow());
        await audit.AppendAsync(context, ActOf("review.delegate-end", delegation, by), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return delegation;
    }

    private string? ObjectionTo(NewDelegation wanted, Acting by) => wanted switch
    {
        _ when ObjectionTo(wanted.AccountKey, wanted.From, by) is { } refusal => refusal,
        _ when wanted.From == wanted.To => StaffTexts.DelegationToOneself,
        // Nobody takes another's right by their own hand.
        _ when wanted.To == by.Name => StaffTexts.DelegationByStandIn.With(wanted.From),
        _ when wanted.EndsAt <= wanted.StartsAt || wanted.EndsAt <= clock.GetUtcNow()
            || wanted.EndsAt - wanted.StartsAt > Delegation.Longest => StaffTexts.DelegationSpan.With(Delegation.Longest.TotalDays),
        _ => null,
    };

    private static string? ObjectionTo(NewDelegation wanted, IReadOnlyList<StaffMember> enabled) =>
        new[] { wanted.From, wanted.To }.FirstOrDefault(name => enabled.All(member => member.Name != name)) is { } unknown
            ? StaffTexts.StaffUnknown.With(unknown)
            : enabled.Single(member => member.Name == wanted.To).WorksFor(wanted.AccountKey)
                ? null
                : StaffTexts.DelegationToOutsider.With(wanted.To, wanted.AccountKey);

    private static string? ObjectionTo(string accountKey, string from, Acting by) =>
        by.IsPerson && by.Name == from ? null : by.Objection(Permission.KeepStaff, accountKey);

    private static AuditedAct ActOf(string action, Delegation one, Acting by) => new(
        by.Name, one.AccountKey, action, $"delegation/{one.Id}", $"{one.From} -> {one.To}, {one.StartsAt:O} to {one.EndsAt:O}");
}

/// <summary>A delegation somebody wants to enter.</summary>
internal sealed record NewDelegation(string AccountKey, string From, string To, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Staff.Bindings;

/// <summary>
/// Lets a staff member bind their own WeChat to an account, so that the account can tell them what waits. The code is taken here, the
/// binding is made by the message that brings it.
/// </summary>
internal sealed class BindingDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    /// <summary>A new code for the person themself; an earlier one is void.</summary>
    public async Task<Outcome<IssuedCode>> IssueAsync(string accountKey, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        if (!by.IsPerson
            || !await BindingFinder.Working(context, accountKey).AnyAsync(member => member.UserName == by.Name, cancellationToken))
        {
            return Outcome<IssuedCode>.Refused(NoticeTexts.BindingNoRole.With(by.DisplayName, accountKey));
        }

        var now = clock.GetUtcNow();
        await context.Set<BindingCode>().Where(code => code.ExpiresAt <= now || (code.AccountKey == accountKey && code.Name == by.Name))
            .ExecuteDeleteAsync(cancellationToken);
        var (stored, word) = BindingCode.New(accountKey, by.Name, now);
        context.Add(stored);
        await audit.AppendAsync(context, Act(by.Name, accountKey, "staff.bind-code", by.Name), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new IssuedCode(word, stored.ExpiresAt);
    }

    /// <summary>Ends the binding: by the person themself, or by who keeps the staff of the account.</summary>
    public async Task<Outcome<string>> UnbindAsync(string name, string accountKey, Acting by, CancellationToken cancellationToken)
    {
        if (by.Name != name && by.Objection(Permission.KeepStaff, accountKey) is { } objection)
        {
            return Outcome<string>.Refused(objection);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        await context.Set<BindingCode>().Where(code => code.AccountKey == accountKey && code.Name == name)
            .ExecuteDeleteAsync(cancellationToken);
        var ended = await context.Set<WeChatBinding>().Where(binding => binding.AccountKey == accountKey && binding.Name == name)
            .ExecuteDeleteAsync(cancellationToken);
        if (ended == 0)
        {
            return Outcome<string>.Refused(NoticeTexts.BindingNone.With(name, accountKey));
        }

        await audit.AppendAsync(context, Act(by.Name, accountKey, "staff.unbind", name), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return name;
    }

    /// <summary>Binds the WeChat that brought the code, in the commit of its message; the code is used up by it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The code was used or replaced meanwhile: the message must be answered anew.</exception>
    public async Task BindAsync(
        BridgeContext context, BindingCode code, string openId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        if (await context.Set<BindingCode>().Where(one => one.Id == code.Id && one.Hash == code.Hash)
            .ExecuteDeleteAsync(cancellationToken) == 0)
        {
            throw new DbUpdateConcurrencyException("The code is no longer there.");
        }

        // A person has one WeChat on an account, and a WeChat is one person's.
        await context.Set<WeChatBinding>()
            .Where(one => one.AccountKey == code.AccountKey && (one.Name == code.Name || one.OpenId == openId))
            .ExecuteDeleteAsync(cancellationToken);
        var who = BindingFailures.HashOf(code.AccountKey, openId);
        await context.Set<BindingFailures>().Where(one => one.Who == who).ExecuteDeleteAsync(cancellationToken);
        context.Add(WeChatBinding.Of(code.AccountKey, openId, code.Name, at));
        await audit.AppendAsync(context, Act(code.Name, code.AccountKey, "staff.bind", code.Name), cancellationToken);
    }

    /// <summary>Counts a wrong code, in the commit of the message that brought it.</summary>
    public async Task FailAsync(BridgeContext context, string accountKey, string openId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var count = await BindingFailures.CountAsync(context, BindingFailures.HashOf(accountKey, openId), at, cancellationToken);
        if (count == BindingFailures.Allowed)
        {
            // Whose tries they were nobody knows.
            await audit.AppendAsync(context, new AuditedAct("binding", accountKey, "staff.bind-lockout", "staff", ""), cancellationToken);
        }
    }

    private static AuditedAct Act(string by, string accountKey, string action, string name) =>
        new(by, accountKey, action, $"staff/{name}", "");
}

/// <summary>A code as its owner is shown it, once.</summary>
internal sealed record IssuedCode(string Word, DateTimeOffset ExpiresAt)
{
    /// <summary>The code is never written out, whoever formats the record.</summary>
    public override string ToString() => nameof(IssuedCode);
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Operations.NoticeLooks;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations;

/// <summary>Looks at everything that keeps the service from serving and says in Chinese what to do about it.</summary>
internal sealed class Checkup(
    AuditDesk audit, AccountFinder accounts, PlatformAccess platform, IDbContextFactory<BridgeContext> contexts)
{
    public async Task<IReadOnlyList<CheckupFinding>> LookAsync(CancellationToken cancellationToken)
    {
        var findings = new List<CheckupFinding> { await LookAtAuditAsync(cancellationToken) };
        foreach (var account in accounts.All)
        {
            findings.Add(await LookAtAccountAsync(account, cancellationToken));
            findings.AddRange(await LookAtComplaintsAsync(account, cancellationToken));
        }

        return findings;
    }

    private async Task<CheckupFinding> LookAtAuditAsync(CancellationToken cancellationToken)
    {
        var verdict = await audit.VerifyAsync(cancellationToken);
        return verdict.IsWhole
            ? new CheckupFinding(true, StaffTexts.AuditWhole.With(verdict.Entries, verdict.Head))
            : new CheckupFinding(false, StaffTexts.AuditBroken.With(verdict.Entries, verdict.BrokenAt));
    }

    /// <summary>That nobody may read complaints about officials is worth a word; that one lies there unread is an illness.</summary>
    private async Task<IReadOnlyList<CheckupFinding>> LookAtComplaintsAsync(ServedAccount account, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await StaffFinder.AnyHoldsAsync(context, Permission.ReadComplaints, account.Key, cancellationToken))
        {
            return [];
        }

        var unread = (await ComplaintsUnread.OfAsync(context, cancellationToken)).GetValueOrDefault(account.Key);
        return unread == 0
            ? [new CheckupFinding(true, StaffTexts.CheckupNobodyReadsComplaints.With(account.Name))]
            : [new CheckupFinding(false, StaffTexts.CheckupComplaintsUnread.With(account.Name, unread))];
    }

    /// <summary>One harmless reading call shows AppID, AppSecret, address list and network at once.</summary>
    private async Task<CheckupFinding> LookAtAccountAsync(ServedAccount account, CancellationToken cancellationToken)
    {
        if (platform.Of(account) is not { } api)
        {
            return new CheckupFinding(true, StaffTexts.CheckupNotConfigured.With(account.Name));
        }

        var answer = await api.Basic.GetCallbackIpAsync(cancellationToken);
        return answer.Match(
            done => new CheckupFinding(true, StaffTexts.CheckupReached.With(account.Name, done.IpList.Count)),
            refused => new CheckupFinding(false, StaffTexts.CheckupRefused.With(account.Name, refused.Advice, refused)),
            unknown => new CheckupFinding(false, StaffTexts.CheckupUnknown.With(account.Name, unknown.Reason)));
    }
}

/// <summary>One thing that was looked at.</summary>
/// <param name="IsWell">Whether nothing need be done.</param>
/// <param name="Sentence">What was found, in Chinese.</param>
internal sealed record CheckupFinding(bool IsWell, string Sentence);

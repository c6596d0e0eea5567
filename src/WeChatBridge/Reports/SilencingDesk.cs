using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reports;

/// <summary>Takes away what is answered from: at once, on one person's word. Saying less needs no second person.</summary>
internal sealed class SilencingDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Withdraws a report (撤下) for every account. It stays in the store; the file may be imported and confirmed anew.</summary>
    public Task<Outcome<Report>> WithdrawAsync(long id, string because, Acting by, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(because)
            ? Task.FromResult(Outcome<Report>.Refused(StaffTexts.ReviewNeedsReason))
            : SilenceAsync(
                id,
                by,
                report => report.Withdraw(by.Name, because.Trim(), clock.GetUtcNow())
                    ? null
                    : StaffTexts.ReportWithdrawnAlready.With(report.Title),
                ("report.withdraw", because.Trim()),
                cancellationToken);

    /// <summary>Takes another account's leave to quote a report back.</summary>
    public Task<Outcome<Report>> RevokeAsync(long id, string accountKey, Acting by, CancellationToken cancellationToken) => SilenceAsync(
        id,
        by,
        report => report.Revoke(accountKey, clock.GetUtcNow()) ? null : StaffTexts.ReportNotGranted.With(report.Title, accountKey),
        ("report.revoke", $"quotation by {accountKey}"),
        cancellationToken);

    private async Task<Outcome<Report>> SilenceAsync(
        long id, Acting by, Func<Report, string?> change, (string Action, string Detail) told, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var report = await context.Set<Report>().Include(report => report.Versions)
            .SingleOrDefaultAsync(report => report.Id == id, cancellationToken);
        if (report is null || !ReportFinder.MaySee(report, by))
        {
            return Outcome<Report>.Refused(StaffTexts.ReportUnknown.With(id));
        }

        if ((by.Objection(Permission.WithdrawReports, report.OwnerKey) ?? change(report)) is { } objection)
        {
            return Outcome<Report>.Refused(objection);
        }

        await context.SaveChangesAsync(cancellationToken);
        await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, cancellationToken);
        var act = new AuditedAct(by.Name, report.OwnerKey, told.Action, report.Subject, told.Detail);
        await audit.AppendAsync(context, act, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return report;
    }
}

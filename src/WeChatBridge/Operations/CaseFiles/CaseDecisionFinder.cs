using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>What people decided and found about a publication after it was planned.</summary>
internal static class CaseDecisionFinder
{
    public static async Task<CaseDecisions> FindAsync(BridgeContext context, long publicationId, CancellationToken cancellationToken)
    {
        var settlements = await context.Set<Settlement>().AsNoTracking().Where(one => one.PublicationId == publicationId)
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var withdrawals = await context.Set<Withdrawal>().AsNoTracking().Where(one => one.PublicationId == publicationId)
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var website = await context.Set<WebsiteSending>().AsNoTracking().Where(one => one.PublicationId == publicationId)
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        return new CaseDecisions(
            [.. settlements.Select(one => new CaseSettlement(one.Id, one.As, one.Evidence, one.By, one.At))],
            [.. withdrawals.Select(Of)],
            [.. website.Select(Of)]);
    }

    /// <summary>Everybody who decided something, by sign-in name.</summary>
    public static IEnumerable<string> PeopleIn(CaseDecisions decisions) =>
    [
        .. decisions.Settlements.Select(one => one.By),
        .. decisions.Withdrawals.SelectMany(one => new[] { one.ProposedBy, one.DecidedBy }),
        .. decisions.WebsiteSendings.Select(one => one.RegisteredBy),
    ];

    private static CaseWithdrawal Of(Withdrawal one) => new(
        one.Id,
        one.Position + 1,
        one.Reason,
        one.State,
        one.ProposedBy,
        one.ProposedAt,
        one.DecidedBy,
        one.DecidedAt,
        one.EndedAt,
        one.Words,
        one.ByHandAt,
        one.ByHandAt is null ? null : one.ByHandBy);

    private static CaseWebsiteSending Of(WebsiteSending one) =>
        new(one.Id, one.Url, one.Title, one.SentAt, one.Act, one.Reviewers, one.RegisteredBy, one.RegisteredAt);
}

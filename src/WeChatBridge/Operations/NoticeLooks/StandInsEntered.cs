using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Notices;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>
/// Absences (代审) that somebody else entered, for the person in whose right another now acts: until they have seen it, or it is over.
/// </summary>
internal sealed class StandInsEntered : INoticeLook
{
    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.DelegationEntered];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entered = await context.Set<Delegation>().AsNoTracking()
            .Where(one => one.EndsAt > now && one.EnteredBy != "" && one.EnteredBy != one.From)
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        if (entered.Count == 0)
        {
            return [];
        }

        var seen = await NoticeFinder.SeenAsync(context, NoticeKind.DelegationEntered, cancellationToken);
        return [.. entered.Where(one => !seen.Contains((KeyOf(one), one.From))).Select(Of)];
    }

    private static WantedNotice Of(Delegation one) => new(
        one.AccountKey,
        NoticeKind.DelegationEntered,
        KeyOf(one),
        Addressee.Named([one.From], Permission.KeepStaff),
        NoticeTexts.DelegationEntered.With(
            one.EnteredBy, one.To, OfficeTime.Write(one.StartsAt), OfficeTime.Write(one.EndsAt), one.AccountKey, one.Id));

    private static string KeyOf(Delegation one) => $"delegation/{one.Id}";
}

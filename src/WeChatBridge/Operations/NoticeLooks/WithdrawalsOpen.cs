using Microsoft.EntityFrameworkCore;
using WeChatBridge.Notices;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>
/// What is to be taken back (撤稿) and is public still: proposals that wait for their second person, and deletions the platform did not
/// make.
/// </summary>
internal sealed class WithdrawalsOpen : INoticeLook
{
    // Who left it public so long meant to.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.WithdrawalWaiting, NoticeKind.WithdrawalFailed];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Remembered;
        var all = context.Set<Withdrawal>().AsNoTracking();
        var open = await all
            .Where(one => one.State == WithdrawalState.Proposed
                || ((one.State == WithdrawalState.Refused || one.State == WithdrawalState.Unknown) && one.EndedAt > since
                    && !all.Any(later => later.PublicationId == one.PublicationId && later.Id > one.Id && later.State != WithdrawalState.Dropped)))
            .Join(
                context.Set<Publication>().Include(publication => publication.Items).Where(one => one.State == PublicationState.Published),
                one => one.PublicationId,
                publication => publication.Id,
                (one, publication) => new { Withdrawal = one, Publication = publication })
            .OrderBy(one => one.Withdrawal.Id).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return [];
        }

        var staff = await StaffFinder.EnabledAsync(context, cancellationToken);
        return [.. open.Select(one => Of(one.Withdrawal, TitleOf(one.Withdrawal, one.Publication), staff))];
    }

    private static WantedNotice Of(Withdrawal one, string title, IReadOnlyList<StaffMember> staff) => one.State == WithdrawalState.Proposed
        ? new(
            one.AccountKey,
            NoticeKind.WithdrawalWaiting,
            $"withdrawal/{one.Id}",
            // Where nobody else may confirm it, whoever appoints people is told.
            Addressee.Named(
                staff.Where(member => member.Name != one.ProposedBy && member.PermissionsFor(one.AccountKey).Contains(Permission.Schedule))
                    .Select(member => member.Name),
                Permission.KeepStaff),
            (one.ByHandAt is null ? NoticeTexts.WithdrawalWaiting : NoticeTexts.WithdrawalReported)
                .With(one.ProposedBy, title, one.PublicationId, one.Id))
        : new(
            one.AccountKey,
            NoticeKind.WithdrawalFailed,
            $"withdrawal/{one.Id}",
            Addressee.Holding(Permission.Schedule),
            NoticeTexts.WithdrawalFailed.With(title, one.PublicationId, one.Id));

    private static string TitleOf(Withdrawal one, Publication publication)
    {
        var items = publication.Items.OrderBy(item => item.Position).ToList();
        return one.Position is { } position ? items.Find(item => item.Position == position)?.Title ?? ""
            : items is [var first, _, ..] ? NoticeTexts.SeveralArticles.With(first.Title, items.Count)
            : items.FirstOrDefault()?.Title ?? "";
    }
}

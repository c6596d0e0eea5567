using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Notices;
using WeChatBridge.Publishing;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>Accounts that send nothing, or drafts only, until a person lets them.</summary>
internal sealed class AccountsHeld(AccountFinder accounts) : INoticeLook
{
    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.AccountPaused, NoticeKind.AccountDraftOnly];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var held = await context.Set<AccountSending>().AsNoTracking().Where(one => one.IsPaused || one.IsDraftOnly)
            .OrderBy(one => one.AccountKey).ToListAsync(cancellationToken);
        return
        [
            .. held.Where(one => one.IsPaused).Select(one => Of(
                one, NoticeKind.AccountPaused, one.PausedAt, NoticeTexts.AccountPaused, one.PauseWords.TrimEnd('。'))),
            .. held.Where(one => one.IsDraftOnly).Select(one => Of(
                one, NoticeKind.AccountDraftOnly, one.DraftOnlySince, NoticeTexts.AccountDraftOnly, "")),
        ];
    }

    private WantedNotice Of(AccountSending one, NoticeKind kind, DateTimeOffset? since, string text, string why) => new(
        one.AccountKey,
        kind,
        $"account/{one.AccountKey}/{since?.ToUnixTimeSeconds()}",
        Addressee.Holding(Permission.PauseAccount),
        text.With(accounts.Find(one.AccountKey)?.Name ?? one.AccountKey, since is { } at ? OfficeTime.Write(at) : "", why));
}

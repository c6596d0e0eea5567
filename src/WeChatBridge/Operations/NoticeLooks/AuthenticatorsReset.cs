using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Notices;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>Authenticators (验证器) that somebody else took away, for whose they were: until they have seen it in one of their accounts.</summary>
internal sealed class AuthenticatorsReset : INoticeLook
{
    // Who has not looked in so long does not work here any more.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.AuthenticatorReset];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Remembered;
        var reset = await context.Set<StaffMember>().AsNoTracking().Include(member => member.Roles)
            .Where(member => member.IsEnabled && member.AuthenticatorResetAt > since).OrderBy(member => member.Id).ToListAsync(cancellationToken);
        if (reset.Count == 0)
        {
            return [];
        }

        var seen = await NoticeFinder.SeenAsync(context, NoticeKind.AuthenticatorReset, cancellationToken);
        return
        [
            .. from member in reset
               where !seen.Contains((KeyOf(member), member.Name))
               from account in member.Roles.Select(held => held.AccountKey).Distinct()
               select Of(member, account),
        ];
    }

    private static WantedNotice Of(StaffMember member, string accountKey) => new(
        accountKey,
        NoticeKind.AuthenticatorReset,
        KeyOf(member),
        Addressee.Named([member.Name], Permission.KeepStaff),
        NoticeTexts.AuthenticatorReset.With(OfficeTime.Write(member.AuthenticatorResetAt!.Value), member.AuthenticatorResetBy));

    private static string KeyOf(StaffMember member) => $"authenticator/{member.Id}/{member.AuthenticatorResetAt!.Value.ToUnixTimeSeconds()}";
}

using WeChatBridge.Accounts;
using WeChatBridge.Notices;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>
/// Accounts whose followers have seen nothing for days: what was pushed to them (群发) counts, by us or by hand on the platform's website;
/// 发布 is seen by nobody who does not have the address. An account that never sent anything is silent since it was set up.
/// </summary>
internal sealed class AccountsSilent(AccountFinder accounts, PublishingOptions options) : INoticeLook
{
    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.Silence];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wanted = new List<WantedNotice>();
        foreach (var account in accounts.All)
        {
            if (await SilenceFinder.RunningAsync(context, account.Key, now, cancellationToken) is { } silence
                && options.Silence.ReachedBy(silence) is { } reached)
            {
                wanted.Add(Of(account, silence, reached));
            }
        }

        return wanted;
    }

    private static WantedNotice Of(ServedAccount account, Silence silence, int reached) => new(
        account.Key,
        NoticeKind.Silence,
        $"silence/{silence.From:yyyyMMdd}/{reached}",
        Addressee.Holding(Permission.Schedule),
        (silence.Since == SilenceSince.Sending ? NoticeTexts.Silence : NoticeTexts.SilenceSinceSetUp)
            .With(account.Name, silence.Days, OfficeTime.Write(silence.From)));
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// Since when an account has been silent for followers and inspectors: 群发 and registered sendings on the website break the silence, 发布
/// does not, for nobody is told of it. An account that never sent anything is silent since it was set up.
/// </summary>
internal static class SilenceFinder
{
    /// <summary>The silence that runs now, in natural days of the office; null where nothing was ever done for the account.</summary>
    public static async Task<Silence?> RunningAsync(
        BridgeContext context, string accountKey, DateTimeOffset now, CancellationToken cancellationToken) =>
        await StartAsync(context, accountKey, now, cancellationToken) is { } start
            ? new Silence(start.Day, OfficeTime.DateAt(now), start.Since)
            : null;

    /// <summary>What a silence that runs at this instant is counted from; null where nothing had been done for the account.</summary>
    public static async Task<SilenceStart?> StartAsync(
        BridgeContext context, string accountKey, DateTimeOffset until, CancellationToken cancellationToken) =>
        await MassSendings.LastSeenAsync(context, accountKey, until, cancellationToken) is { } last
            ? new SilenceStart(OfficeTime.DateAt(last), SilenceSince.Sending)
            : await SetUpAsync(context, accountKey, cancellationToken) is { } setUp && setUp <= until
                ? new SilenceStart(OfficeTime.DateAt(setUp), SilenceSince.SetUp)
                : null;

    // At its first start the product installs what each account answers from, and says so in the trail, which nobody can set back.
    private static Task<DateTimeOffset?> SetUpAsync(BridgeContext context, string accountKey, CancellationToken cancellationToken) =>
        context.Set<AuditEntry>().Where(entry => entry.AccountKey == accountKey).OrderBy(entry => entry.Sequence)
            .Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(cancellationToken);
}

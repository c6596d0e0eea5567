using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// How long an account has been silent for followers and inspectors: 群发 and registered sendings on the website break the silence, 发布
/// does not, for nobody is told of it.
/// </summary>
internal sealed class SilenceFinder(IDbContextFactory<BridgeContext> contexts, TimeProvider clock)
{
    /// <summary>Natural days since the last visible sending, by the office's calendar; 0 on its own day, null where none is known.</summary>
    public async Task<int?> DaysSinceLastVisibleAsync(string accountKey, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await MassSendings.LastSeenAsync(context, accountKey, clock.GetUtcNow(), cancellationToken) is { } last
            ? clock.Today().DayNumber - OfficeTime.DateAt(last).DayNumber
            : null;
    }
}

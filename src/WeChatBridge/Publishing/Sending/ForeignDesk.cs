using Microsoft.EntityFrameworkCore;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Sending;

/// <summary>What people see of messages that were not sent from here (非本系统发布), and how they have them looked for at once.</summary>
internal sealed class ForeignDesk(IDbContextFactory<BridgeContext> contexts, ForeignSearch search, AccountApi platform)
{
    /// <summary>Those of an account that nobody accounted for since, the newest first.</summary>
    public async Task<Outcome<IReadOnlyList<ForeignPublication>>> ListAsync(
        Acting by, string accountKey, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.RegisterWebsiteSending, accountKey) is { } objection)
        {
            return Outcome<IReadOnlyList<ForeignPublication>>.Refused(objection);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ours = context.Set<Publication>().Where(one => one.AccountKey == accountKey && one.PlatformArticleId != "");
        var found = await context.Set<ForeignPublication>().AsNoTracking()
            .Where(one => one.AccountKey == accountKey && !ours.Any(own => own.PlatformArticleId == one.ArticleId))
            .OrderByDescending(one => one.PublishedAt).ToListAsync(cancellationToken);
        // The platform shows what a person sent before that person has entered it.
        var addresses = await KnownAddresses.OfAsync(context, accountKey, cancellationToken);
        return found.FindAll(one => !addresses.Hold(one.Url, one.ArticleCount));
    }

    /// <summary>Looks now instead of in the daily round; how many are new.</summary>
    public async Task<Outcome<int>> LookAsync(Acting by, string accountKey, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.RegisterWebsiteSending, accountKey) is { } objection)
        {
            return Outcome<int>.Refused(objection);
        }

        return platform.Of(accountKey) is not { } api ? Outcome<int>.Refused(SendingTexts.AboutMissingKeys)
            : await search.LookAsync(accountKey, api, cancellationToken) is { } found ? found
            : Outcome<int>.Refused(SendingTexts.ListNotRead);
    }
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Registers what was sent by hand on the platform's website.</summary>
internal sealed class WebsiteSendingDesk(
    IDbContextFactory<BridgeContext> contexts, AccountFinder accounts, AuditTrail audit, TimeProvider clock)
{
    private const int LongestTitle = 64;
    private const int LongestReviewers = 400;

    public async Task<Outcome<WebsiteSending>> RegisterAsync(
        string accountKey, NewWebsiteSending said, Acting by, CancellationToken cancellationToken)
    {
        if ((by.Objection(Permission.RegisterWebsiteSending, accountKey) ?? ObjectionTo(accountKey, said)) is { } refusal)
        {
            return Outcome<WebsiteSending>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        if (await IsKnownAsync(context, accountKey, said.Url, cancellationToken))
        {
            return Outcome<WebsiteSending>.Refused(PublishingTexts.AddressKnown.With(said.Url));
        }

        var sending = WebsiteSending.Of(
            accountKey, said with { Title = said.Title.Trim(), Reviewers = Named(said) }, by.Name, clock.GetUtcNow());
        context.Add(sending);
        await context.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(context, ActOf(sending), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sending;
    }

    /// <summary>All of an account, the newest first, those struck out among them.</summary>
    public async Task<Outcome<IReadOnlyList<WebsiteSending>>> ListAsync(string accountKey, Acting by, CancellationToken cancellationToken)
    {
        if (PublicationFinder.ObjectionTo(by, accountKey) is { } refusal)
        {
            return Outcome<IReadOnlyList<WebsiteSending>>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<WebsiteSending>().AsNoTracking().Where(one => one.AccountKey == accountKey)
            .OrderByDescending(one => one.SentAt).ThenByDescending(one => one.Id).ToListAsync(cancellationToken);
    }

    private string? ObjectionTo(string accountKey, NewWebsiteSending said) => said switch
    {
        _ when accounts.Find(accountKey) is null => StaffTexts.UnknownAccount.With(accountKey, ""),
        { Act: SendingAct.DraftOnly } => PublishingTexts.SentHow,
        _ when said.SentAt > clock.GetUtcNow() => PublishingTexts.SentInTheFuture,
        _ when said.Title.Trim().Length is 0 or > LongestTitle => PublishingTexts.TitleNeeded.With(LongestTitle),
        _ when string.Join("、", Named(said)).Length is 0 or > LongestReviewers => PublishingTexts.ReviewersNeeded,
        _ => ArticleAddress.ObjectionTo(said.Url),
    };

    private static IReadOnlyList<string> Named(NewWebsiteSending said) =>
        [.. said.Reviewers.Select(name => name.Trim()).Where(name => name.Length > 0)];

    private static async Task<bool> IsKnownAsync(BridgeContext context, string accountKey, string url, CancellationToken cancellationToken)
    {
        var registered = await WebsiteSending.Counted(context, accountKey).Select(one => one.Url).ToListAsync(cancellationToken);
        var ours = await context.Set<Publication>().Where(one => one.AccountKey == accountKey)
            .SelectMany(one => one.Items.Where(item => item.Url != "").Select(item => item.Url)).ToListAsync(cancellationToken);
        return registered.Concat(ours).Any(one => ArticleAddress.AreSame(one, url));
    }

    private static AuditedAct ActOf(WebsiteSending sending) => new(
        sending.RegisteredBy,
        sending.AccountKey,
        "website-sending.register",
        $"website-sending/{sending.Id}",
        $"{sending.Act}; sent {sending.SentAt.ToOffset(OfficeTime.Offset):yyyy-MM-ddTHH:mmzzz}; "
            + $"address sha256 {StoredFile.HashOf(Encoding.UTF8.GetBytes(sending.Url))}");
}

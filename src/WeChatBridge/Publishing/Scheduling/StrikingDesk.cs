using System.Text;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// Strikes out (划去) what was registered wrongly as sent on the platform's website: it counts no more, and stays with who said so and why.
/// A draft that was entered as sent waits again for its addresses.
/// </summary>
internal sealed class StrikingDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome<WebsiteSending>> StrikeAsync(long id, string reason, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var found = await FindAsync(context, id, by, cancellationToken);
        if ((found.Refusal ?? await ChangeAsync(context, found.Value, reason.Trim(), by, cancellationToken)) is { } objection)
        {
            return Outcome<WebsiteSending>.Refused(objection);
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
            await AppendAsync(context, found.Value, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return found.Value.Sending;
        }
        catch (Exception exception) when (StoreConflict.Is(exception))
        {
            // The worker had the publication in hand.
            return Outcome<WebsiteSending>.Refused(PublishingTexts.ChangedMeanwhile.With(found.Value.Sending.PublicationId));
        }
    }

    /// <summary>What the audit trail says of it.</summary>
    internal static AuditedAct ActOf(WebsiteSending struck) => new(
        struck.StruckBy,
        struck.AccountKey,
        "website-sending.strike",
        $"website-sending/{struck.Id}",
        $"address sha256 {HashOf(struck.Url)}; reason sha256 {HashOf(struck.StruckReason)}");

    private static async Task<Outcome<Registered>> FindAsync(BridgeContext context, long id, Acting by, CancellationToken cancellationToken)
    {
        var sending = await context.Set<WebsiteSending>().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        // One sentence for both: who has nothing to do with the account learns not even that it exists.
        if (sending is null || !PublicationFinder.MaySee(by, sending.AccountKey))
        {
            return Outcome<Registered>.Refused(PublishingTexts.WebsiteUnknown.With(id));
        }

        var entered = sending.PublicationId is { } publication
            ? await context.Set<Publication>().Include(one => one.Items).SingleAsync(one => one.Id == publication, cancellationToken)
            : null;
        return (by.Objection(Permission.RegisterWebsiteSending, sending.AccountKey)
            ?? (entered is null ? null : by.Objection(Permission.Schedule, sending.AccountKey))) is { } objection
            ? Outcome<Registered>.Refused(objection)
            : new Registered(sending, entered);
    }

    private async Task<string?> ChangeAsync(
        BridgeContext context, Registered found, string reason, Acting by, CancellationToken cancellationToken)
    {
        var (sending, entered) = found;
        if (reason.Length is 0 or > WebsiteSending.LongestReason)
        {
            return PublishingTexts.StrikeReasonNeeded.With(WebsiteSending.LongestReason);
        }

        if (sending.Strike(reason, by.Name, clock.GetUtcNow()) is { } objection)
        {
            return objection;
        }

        return entered is null ? null
            : await IsBeingWithdrawnAsync(context, entered, cancellationToken) ? SendingTexts.WithdrawalUnderWay
            : entered.TakeBackAddresses(clock.GetUtcNow());
    }

    private static Task<bool> IsBeingWithdrawnAsync(BridgeContext context, Publication entered, CancellationToken cancellationToken) =>
        context.Set<Withdrawal>().AnyAsync(
            one => one.PublicationId == entered.Id && (one.State == WithdrawalState.Proposed || one.State == WithdrawalState.Confirmed),
            cancellationToken);

    private async Task AppendAsync(BridgeContext context, Registered struck, CancellationToken cancellationToken)
    {
        var (sending, entered) = struck;
        var act = ActOf(sending);
        await audit.AppendAsync(context, act, cancellationToken);
        if (entered is not null)
        {
            await audit.AppendAsync(
                context, PublicationWords.Audited("publication.entry-struck", entered, sending.StruckBy, act.Subject), cancellationToken);
        }
    }

    private static string HashOf(string text) => StoredFile.HashOf(Encoding.UTF8.GetBytes(text));

    /// <param name="Sending">What was registered.</param>
    /// <param name="Entered">Our publication whose draft it was.</param>
    private sealed record Registered(WebsiteSending Sending, Publication? Entered);
}

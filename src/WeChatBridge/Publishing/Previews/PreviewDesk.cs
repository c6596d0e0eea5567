using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Previews;

/// <summary>Shows a message to named people on their phones before it goes out; the worker does it, and it is all it does.</summary>
internal sealed class PreviewDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, PublishingOptions options, TimeProvider clock)
{
    /// <summary>A preview is for a few pairs of eyes.</summary>
    public const int MostRecipients = 5;

    /// <summary>What there is to know before it is shown; nothing is changed.</summary>
    public async Task<Outcome<PreviewOffer>> LookAsync(WantedPreview wanted, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(context, wanted, by, cancellationToken);
    }

    /// <summary>Has it shown. It is tried once: what fails is asked for anew.</summary>
    public async Task<Outcome<PhonePreview>> AskAsync(WantedPreview wanted, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Two who ask at once: the second one's allowance counts the first one's.
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var offer = await ReadAsync(context, wanted, by, cancellationToken);
        if (!offer.IsDone)
        {
            return Outcome<PhonePreview>.Refused(offer.Refusal!);
        }

        var preview = PhonePreview.Of(
            offer.Value.AccountKey, wanted.PublicationId, offer.Value.Versions, wanted.Recipients, by.Name, clock.GetUtcNow());
        context.Add(preview);
        await context.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(context, ActOf(preview), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return preview;
    }

    private async Task<Outcome<PreviewOffer>> ReadAsync(
        BridgeContext context, WantedPreview wanted, Acting by, CancellationToken cancellationToken)
    {
        var (accountKey, named) = (wanted.AccountKey, wanted.Versions);
        if (wanted.PublicationId is { } id)
        {
            var publication = await context.Set<Publication>().AsNoTracking().Include(one => one.Items)
                .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
            if (publication is null || !PublicationFinder.MaySee(by, publication.AccountKey))
            {
                return Refuse(PublishingTexts.Unknown.With(id));
            }

            if (publication.State is not (PublicationState.Scheduled or PublicationState.Stopped or PublicationState.DraftReady))
            {
                return Refuse(PublishingTexts.NotInThisState.With(id, PublicationWords.NameOf(publication.State)));
            }

            (accountKey, named) = (publication.AccountKey, VersionsOf(publication));
        }

        return by.Objection(Permission.SendPreview, accountKey) is { } objection
            ? Refuse(objection)
            : await OfferAsync(context, accountKey, named, wanted.Recipients, cancellationToken);
    }

    private async Task<Outcome<PreviewOffer>> OfferAsync(
        BridgeContext context,
        string accountKey,
        IReadOnlyList<PlannedVersion> named,
        IReadOnlyList<NamedRecipient> recipients,
        CancellationToken cancellationToken)
    {
        var versions = await PreviewCheck.VersionsAsync(context, accountKey, named, cancellationToken);
        if ((await PreviewCheck.PauseAsync(context, accountKey, cancellationToken)
            ?? versions.Refusal
            ?? await PreviewCheck.ObjectionToAsync(context, accountKey, recipients, cancellationToken)) is { } objection)
        {
            return Refuse(objection);
        }

        var allowance = await PreviewAllowance.OfAsync(context, accountKey, clock.GetUtcNow(), cancellationToken);
        return recipients.Count > allowance.Left
            ? Refuse(PublishingTexts.PreviewAllowanceGone.With(allowance.Used, PreviewAllowance.PerDay, recipients.Count))
            : new PreviewOffer(accountKey, versions.Value, recipients, allowance, options.PreviewLifetime);
    }

    private static IReadOnlyList<PlannedVersion> VersionsOf(Publication publication) =>
        [.. publication.Items.OrderBy(item => item.Position).Select(item => new PlannedVersion(item.SubjectId, item.ContentHash))];

    private static AuditedAct ActOf(PhonePreview preview) => new(
        preview.AskedBy,
        preview.AccountKey,
        "preview.ask",
        preview.AuditSubject,
        string.Join(
            "; ",
            preview.PublicationId is { } id ? $"publication/{id}" : "no publication",
            preview.AuditedVersions,
            string.Join(' ', preview.Recipients.OrderBy(one => one.Position).Select(one => one.AuditedName))));

    private static Outcome<PreviewOffer> Refuse(string words) => Outcome<PreviewOffer>.Refused(words);
}

/// <summary>A preview somebody wants.</summary>
/// <param name="AccountKey">Of which account; of a publication its own counts.</param>
/// <param name="Versions">Which versions, in their order; none where a publication is named.</param>
/// <param name="Recipients">Who is to see it.</param>
/// <param name="PublicationId">Which publication; null where versions are named.</param>
internal sealed record WantedPreview(
    string AccountKey, IReadOnlyList<PlannedVersion> Versions, IReadOnlyList<NamedRecipient> Recipients, long? PublicationId = null);

/// <summary>What a person is told before the click (点击之前).</summary>
/// <param name="AccountKey">The account it is shown by.</param>
/// <param name="Versions">What is shown.</param>
/// <param name="Recipients">To whom.</param>
/// <param name="Allowance">How much of the day's previews is used.</param>
/// <param name="Lifetime">How long it can be opened on the phone.</param>
internal sealed record PreviewOffer(
    string AccountKey,
    IReadOnlyList<PlannedArticle> Versions,
    IReadOnlyList<NamedRecipient> Recipients,
    PreviewAllowance Allowance,
    TimeSpan Lifetime);

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// What only a person can tell: what became of a publication whose end is unknown, by evidence; and where the draft stands that they sent
/// on the platform's website.
/// </summary>
internal sealed class SettlingDesk(PublicationBook book, SameSending same, TimeProvider clock)
{
    private const int LongestEvidence = 1000;

    /// <summary>It is out: they found it at these addresses, one for each article.</summary>
    public Task<Outcome<Publication>> SettleAsPublishedAsync(
        PublicationAct act, IReadOnlyList<string> addresses, string evidence, CancellationToken cancellationToken) => SettleAsync(
        act,
        SettledAs.Published,
        evidence,
        addresses,
        publication => ObjectionTo(addresses) ?? publication.SettleAsPublished(addresses, clock.GetUtcNow()),
        cancellationToken);

    /// <summary>Nothing is out: it may be tried again.</summary>
    public Task<Outcome<Publication>> SettleAsNotSentAsync(PublicationAct act, string evidence, CancellationToken cancellationToken) =>
        SettleAsync(
            act, SettledAs.NotSent, evidence, [], publication => publication.SettleAsNotSent(clock.GetUtcNow()), cancellationToken);

    /// <summary>They sent the draft on the website, and say where it is, when, and whether it was pushed to followers.</summary>
    public Task<Outcome<Publication>> EnterAsync(PublicationAct act, DraftSentByHand sent, CancellationToken cancellationToken) =>
        book.ChangeAsync(
            act,
            "publication.enter",
            async (context, publication) =>
            {
                if ((ObjectionTo(sent) ?? await EarlierThanDraftAsync(context, publication, sent.SentAt, cancellationToken)
                    ?? publication.EnterAddresses(sent.Addresses, sent.SentAt)
                    ?? await same.TakeOverAsync(context, publication, sent.Addresses, act.By, cancellationToken)) is { } objection)
                {
                    return Outcome<string>.Refused(objection);
                }

                // It uses up the allowance and breaks the silence like any other sending on the website.
                context.Add(WebsiteSending.OfDraft(publication, sent.Act, act.By.Name, sent.SentAt, clock.GetUtcNow()));
                return $"by hand {sent.Act}; {HashesOf(sent.Addresses)}";
            },
            cancellationToken);

    /// <summary>It is known to be out, and some of its articles have no address yet: they found them.</summary>
    public Task<Outcome<Publication>> AddAddressesAsync(
        PublicationAct act, IReadOnlyList<string> addresses, CancellationToken cancellationToken) => book.ChangeAsync(
        act,
        "publication.enter-address",
        async (context, publication) => (ObjectionTo(addresses) ?? publication.AddAddresses(addresses)
            ?? await same.TakeOverAsync(context, publication, addresses, act.By, cancellationToken)) is { } objection
                ? Outcome<string>.Refused(objection)
                : $"addresses {HashesOf(addresses)}",
        cancellationToken);

    private Task<Outcome<Publication>> SettleAsync(
        PublicationAct act,
        SettledAs found,
        string evidence,
        IReadOnlyList<string> addresses,
        Func<Publication, string?> settle,
        CancellationToken cancellationToken) => book.ChangeAsync(
            act,
            "publication.settle",
            async (context, publication) =>
            {
                var words = evidence.Trim();
                if ((ObjectionTo(words) ?? settle(publication)
                    ?? await same.TakeOverAsync(context, publication, addresses, act.By, cancellationToken)) is { } objection)
                {
                    return Outcome<string>.Refused(objection);
                }

                context.Add(Settlement.Of(publication.Id, found, words, act.By.Name, clock.GetUtcNow()));
                var places = addresses.Count > 0 ? $"; addresses {HashesOf(addresses)}" : "";
                return $"found {found}; evidence {HashesOf([words])}{places}";
            },
            cancellationToken);

    private string? ObjectionTo(DraftSentByHand sent) => sent switch
    {
        { Act: SendingAct.DraftOnly } => PublishingTexts.SentHow,
        _ when sent.SentAt > clock.GetUtcNow() => PublishingTexts.SentInTheFuture,
        _ => ObjectionTo(sent.Addresses),
    };

    private static string? ObjectionTo(IReadOnlyList<string> addresses) =>
        addresses.Select(ArticleAddress.ObjectionTo).OfType<string>().FirstOrDefault();

    // Times are typed to the minute: what was sent in the minute in which its draft was made is not too early.
    private static async Task<string?> EarlierThanDraftAsync(
        BridgeContext context, Publication publication, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        var made = await context.Set<SendingAttempt>()
            .Where(one => one.PublicationId == publication.Id && one.Step == SendingStep.Draft && one.BegunAt >= publication.BegunAt)
            .OrderBy(one => one.Id).Select(one => (DateTimeOffset?)one.BegunAt).FirstOrDefaultAsync(cancellationToken);
        return (made ?? publication.BegunAt) is { } at && sentAt < at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute))
            ? PublishingTexts.SentBeforeDraft.With(OfficeTime.Write(at))
            : null;
    }

    private static string? ObjectionTo(string evidence) => evidence.Length switch
    {
        0 => PublishingTexts.EvidenceMissing,
        > LongestEvidence => PublishingTexts.EvidenceTooLong.With(LongestEvidence),
        _ => null,
    };

    private static string HashesOf(IEnumerable<string> texts) =>
        string.Join(' ', texts.Select(text => $"sha256 {AuditedWords.HashOf(text)}"));
}

/// <summary>A draft that was sent on the website.</summary>
/// <param name="Addresses">Where each article is, in the message's order.</param>
/// <param name="SentAt">When.</param>
/// <param name="Act">Whether followers were told (群发) or not (发布).</param>
internal sealed record DraftSentByHand(IReadOnlyList<string> Addresses, DateTimeOffset SentAt, SendingAct Act);

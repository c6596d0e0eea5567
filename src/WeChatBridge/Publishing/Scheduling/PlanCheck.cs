using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Reviews;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// What must hold of a plan: the documents are there and say the same account, act and audience; each is released or being examined; none
/// is in another message; and the account may do what is planned.
/// </summary>
internal sealed class PlanCheck(AccountFinder accounts, TimeProvider clock)
{
    /// <param name="context">The caller's, with its transaction open where the plan is to be stored.</param>
    /// <param name="wanted">The plan.</param>
    /// <param name="replaced">The publication it replaces, whose versions are free for it; null for a new one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Outcome<CheckedPlan>> ReadAsync(
        BridgeContext context, NewPublication wanted, long? replaced, CancellationToken cancellationToken)
    {
        if (ObjectionTo(wanted) is { } objection)
        {
            return Outcome<CheckedPlan>.Refused(objection);
        }

        var items = new List<PlannedItem>();
        foreach (var version in wanted.Versions)
        {
            var item = await ReadAsync(context, wanted.AccountKey, version, replaced, cancellationToken);
            if (!item.IsDone)
            {
                return Outcome<CheckedPlan>.Refused(item.Refusal!);
            }

            items.Add(item.Value);
        }

        var (act, tag) = wanted.Act is { } said ? (said, wanted.AudienceTag) : (items[0].Document.Act, items[0].Document.AudienceTag);
        // What was planned before the right was lost goes on as a draft for a person to send.
        return (ObjectionToAct(items, act, tag)
            ?? (replaced is null ? await ObjectionToRightAsync(context, wanted.AccountKey, act, cancellationToken) : null)) is { } other
            ? Outcome<CheckedPlan>.Refused(other)
            : new CheckedPlan(wanted.AccountKey, items, wanted.DueAt, act, tag);
    }

    /// <summary>Why what is planned already may not go on: a version of it is neither released nor being examined; null where it may.</summary>
    public static async Task<string?> ObjectionToVersionsAsync(
        BridgeContext context, Publication publication, CancellationToken cancellationToken)
    {
        foreach (var item in publication.Items.OrderBy(item => item.Position))
        {
            var (subject, hash) = (item.SubjectId, item.ContentHash);
            if (await Release.ObjectionToArticleAsync(context, publication.AccountKey, subject, hash, cancellationToken) is { } objection
                && !await Release.IsAwaitedForArticleAsync(context, publication.AccountKey, subject, hash, cancellationToken))
            {
                return PublishingTexts.VersionNotExamined.With(item.Title, objection);
            }
        }

        return null;
    }

    private string? ObjectionTo(NewPublication wanted) => wanted switch
    {
        _ when accounts.Find(wanted.AccountKey) is null => StaffTexts.UnknownAccount.With(
            wanted.AccountKey, string.Join("、", accounts.All.Select(account => account.Key))),
        { Versions.Count: 0 or > Publication.MostItems } =>
            PublishingTexts.ItemCount.With(Publication.MostItems, wanted.Versions.Count),
        _ when wanted.Versions.DistinctBy(version => version.SubjectId).Count() < wanted.Versions.Count => PublishingTexts.ItemTwice,
        { IsAtOnce: false } when wanted.DueAt <= clock.GetUtcNow() => PublishingTexts.DueInThePast.With(OfficeTime.Write(wanted.DueAt)),
        _ => null,
    };

    private static async Task<Outcome<PlannedItem>> ReadAsync(
        BridgeContext context, string accountKey, PlannedVersion version, long? replaced, CancellationToken cancellationToken)
    {
        if (await DocumentAsync(context, version.ContentHash, cancellationToken) is not { } document || document.AccountKey != accountKey)
        {
            // One sentence for both: who plans for this account learns nothing of what the other one is writing.
            return Outcome<PlannedItem>.Refused(PublishingTexts.VersionUnknown.With(version.SubjectId, accountKey));
        }

        if (await PlaceOfAsync(context, version, replaced, cancellationToken) is { } taken)
        {
            return Outcome<PlannedItem>.Refused(PublishingTexts.VersionTaken.With(
                document.Title, taken.Id, PublicationWords.NameOf(taken.State)));
        }

        var objection = await Release.ObjectionToArticleAsync(
            context, accountKey, version.SubjectId, version.ContentHash, cancellationToken);
        return objection is null || await Release.IsAwaitedForArticleAsync(
            context, accountKey, version.SubjectId, version.ContentHash, cancellationToken)
            ? new PlannedItem(version.SubjectId, version.ContentHash, document, objection is null)
            : Outcome<PlannedItem>.Refused(PublishingTexts.VersionNotExamined.With(document.Title, objection));
    }

    /// <summary>The document of this hash; null where there is none.</summary>
    public static async Task<ArticleDocument?> DocumentAsync(BridgeContext context, string hash, CancellationToken cancellationToken)
    {
        var content = await context.Set<StoredFile>().Where(file => file.Hash == hash && file.MediaType == ArticleDocument.MediaType)
            .Select(file => file.Content).SingleOrDefaultAsync(cancellationToken);
        try
        {
            return content is null ? null : ArticleDocument.Read(content);
        }
        catch (JsonException)
        {
            // Some other file: the person named a hash that is no article's.
            return null;
        }
    }

    /// <summary>The message that will carry, may have carried, or has carried this very version.</summary>
    private static async Task<(long Id, PublicationState State)?> PlaceOfAsync(
        BridgeContext context, PlannedVersion version, long? replaced, CancellationToken cancellationToken)
    {
        var found = await context.Set<Publication>()
            .Where(one => one.Id != replaced && one.State != PublicationState.Refused && one.State != PublicationState.Cancelled
                && one.State != PublicationState.Withdrawn
                && one.Items.Any(item => item.SubjectId == version.SubjectId && item.ContentHash == version.ContentHash))
            .Select(one => new { one.Id, one.State }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Id, found.State);
    }

    private static string? ObjectionToAct(IReadOnlyList<PlannedItem> items, SendingAct act, int? tag)
    {
        if (items.FirstOrDefault(item => item.Document.Act != act) is { } otherwise)
        {
            return PublishingTexts.OtherAct.With(
                otherwise.Document.Title, PublicationWords.NameOf(otherwise.Document.Act), PublicationWords.NameOf(act));
        }

        return items.FirstOrDefault(item => item.Document.AudienceTag != tag) is { } other
            ? PublishingTexts.OtherAudience.With(
                other.Document.Title, PublicationWords.AudienceOf(other.Document.AudienceTag), PublicationWords.AudienceOf(tag))
            : null;
    }

    private static async Task<string?> ObjectionToRightAsync(
        BridgeContext context, string accountKey, SendingAct act, CancellationToken cancellationToken) =>
        act != SendingAct.DraftOnly
        && await context.Set<AccountSending>().AnyAsync(one => one.AccountKey == accountKey && one.IsDraftOnly, cancellationToken)
            ? PublishingTexts.OnlyDrafts.With(accountKey, PublicationWords.NameOf(act))
            : null;
}

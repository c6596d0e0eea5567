using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Reviews;
using WeChatBridge.Staff.Bindings;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Previews;

/// <summary>
/// What must hold before a message is shown outside this system, and again at the moment it is. The reasons stand in decision 0007.
/// </summary>
internal static class PreviewCheck
{
    private const string Public = "Public";
    private const string Proactive = "Proactive";

    /// <summary>The versions as they are shown, or why they may not be.</summary>
    public static async Task<Outcome<IReadOnlyList<PlannedArticle>>> VersionsAsync(
        BridgeContext context, string accountKey, IReadOnlyList<PlannedVersion> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count is 0 or > Publication.MostItems)
        {
            return Refuse(PublishingTexts.ItemCount.With(Publication.MostItems, wanted.Count));
        }

        var versions = new List<PlannedArticle>();
        foreach (var version in wanted)
        {
            if (await PlanCheck.DocumentAsync(context, version.ContentHash, cancellationToken) is not { } document
                || document.AccountKey != accountKey)
            {
                return Refuse(PublishingTexts.VersionUnknown.With(version.SubjectId, accountKey));
            }

            var article = new PlannedArticle(version.SubjectId, version.ContentHash, document.Title);
            if (await ObjectionToAsync(context, accountKey, article, document, cancellationToken) is { } objection)
            {
                return Refuse(objection);
            }

            versions.Add(article);
        }

        return versions;
    }

    /// <summary>Why a preview that was asked for may not be shown now after all; null when it may.</summary>
    public static async Task<string?> ObjectionAsync(BridgeContext context, PhonePreview preview)
    {
        var wanted = preview.Items.OrderBy(item => item.Position).Select(item => new PlannedVersion(item.SubjectId, item.ContentHash));
        return await PauseAsync(context, preview.AccountKey, CancellationToken.None)
            ?? (await VersionsAsync(context, preview.AccountKey, [.. wanted], CancellationToken.None)).Refusal;
    }

    /// <summary>A paused account shows nothing to anybody: whoever paused it stopped all that leaves it.</summary>
    public static async Task<string?> PauseAsync(BridgeContext context, string accountKey, CancellationToken cancellationToken) =>
        await context.Set<AccountSending>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.AccountKey == accountKey && one.IsPaused, cancellationToken) is { } paused
                ? PublishingTexts.PreviewPaused.With(accountKey, paused.PausedBy, paused.PauseWords)
                : null;

    /// <summary>Why it cannot be shown to these people; null when it can.</summary>
    public static async Task<string?> ObjectionToAsync(
        BridgeContext context, string accountKey, IReadOnlyList<NamedRecipient> recipients, CancellationToken cancellationToken)
    {
        if (recipients.Count is 0 or > PreviewDesk.MostRecipients || recipients.Distinct().Count() < recipients.Count)
        {
            return PublishingTexts.PreviewRecipientCount.With(PreviewDesk.MostRecipients);
        }

        foreach (var recipient in recipients)
        {
            if (recipient.StaffName.Length == 0 && !IsWeChatName(recipient.WeChatName))
            {
                return PublishingTexts.PreviewWeChatNameMalformed.With(recipient.WeChatName);
            }

            if (recipient.StaffName.Length > 0
                && await BindingFinder.WeChatOfAsync(context, accountKey, recipient.StaffName, cancellationToken) is null)
            {
                return PublishingTexts.PreviewNotBound.With(recipient.StaffName, accountKey);
            }
        }

        return null;
    }

    private static async Task<string?> ObjectionToAsync(
        BridgeContext context, string accountKey, PlannedArticle version, ArticleDocument document, CancellationToken cancellationToken) =>
        document.Disclosure is not { Visibility: Public, Class: Proactive }
            ? PublishingTexts.PreviewNotPublic.With(version.Title)
            : await Release.ObjectionToShowingArticleAsync(
                context, accountKey, version.SubjectId, version.ContentHash, cancellationToken) is { } objection
                ? PublishingTexts.PreviewOfVersion.With(version.Title, objection)
                : null;

    private static bool IsWeChatName(string name) => name.Length is > 0 and <= NamedRecipient.LongestWeChatName
        && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-');

    private static Outcome<IReadOnlyList<PlannedArticle>> Refuse(string words) => Outcome<IReadOnlyList<PlannedArticle>>.Refused(words);
}

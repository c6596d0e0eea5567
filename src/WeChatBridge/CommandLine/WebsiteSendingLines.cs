using WeChatBridge.Accounts;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>Sendings on the platform's website as lines of text.</summary>
internal static class WebsiteSendingLines
{
    public static string Registered(WebsiteSending one) => PublishingTexts.LineRegistered.With(
        OfficeTime.Write(one.SentAt), one.Title, PublicationWords.NameOf(one.Act), one.Url, one.Id);

    public static string All(IReadOnlyList<WebsiteSending> found) =>
        found.Count == 0 ? PublishingTexts.LineWebsiteNone : string.Join('\n', found.Select(Line));

    public static string Struck(WebsiteSending one) => PublishingTexts.LineStruckDone.With(one.Id, one.Title)
        + (one.PublicationId is { } id ? PublishingTexts.LineStruckDraft.With(id) : "");

    /// <summary>That it was struck out, by whom, when and why; empty where it counts.</summary>
    public static string MarkOf(WebsiteSending one) => one.StruckAt is { } at
        ? PublishingTexts.LineStruck.With(one.StruckBy, OfficeTime.Write(at), one.StruckReason)
        : "";

    private static string Line(WebsiteSending one) => PublishingTexts.LineWebsite.With(
        one.Id,
        OfficeTime.Write(one.SentAt),
        one.Title,
        PublicationWords.NameOf(one.Act),
        one.Url,
        one.RegisteredBy,
        one.Reviewers.Length > 0 ? PublishingTexts.LineWebsiteReviewers.With(one.Reviewers) : "",
        MarkOf(one));
}

using WeChatBridge.Accounts;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>Previews as lines of text.</summary>
internal static class PreviewLines
{
    public static string Offer(PreviewOffer offer) => string.Join(
        '\n',
        PublishingTexts.LinePreviewOffer.With(TitlesOf(offer.Versions.Select(version => version.Title))),
        PublishingTexts.LinePreviewTo.With(string.Join("、", offer.Recipients.Select(recipient => recipient.Label))),
        PublishingTexts.LinePreviewAllowance.With(
            offer.AccountKey, offer.Allowance.Used, PreviewAllowance.PerDay, offer.Recipients.Count),
        PublishingTexts.LinePreviewLifetime.With((int)offer.Lifetime.TotalMinutes),
        PublishingTexts.LineConfirm);

    public static string Asked(PhonePreview preview) => PublishingTexts.LinePreviewAsked.With(preview.Id, preview.AccountKey);

    public static string List(IReadOnlyList<PhonePreview> previews) =>
        previews.Count == 0 ? PublishingTexts.LinePreviewNone : string.Join('\n', previews.SelectMany(Lines));

    private static IEnumerable<string> Lines(PhonePreview preview) =>
    [
        PublishingTexts.LinePreviewHead.With(
            preview.Id,
            OfficeTime.Write(preview.AskedAt),
            preview.AskedBy,
            preview.PublicationId is { } id ? PublishingTexts.LinePreviewOfPublication.With(id) : "",
            TitlesOf(preview.Items.OrderBy(item => item.Position).Select(item => item.Title))),
        .. preview.Items.OrderBy(item => item.Position).Select(item => $"　　{item.SubjectId} sha256 {item.ContentHash}"),
        .. preview.Recipients.OrderBy(one => one.Position).Select(one => PublishingTexts.LinePreviewRecipient.With(
            one.Label, NameOf(one.Ending), one.Words.Length > 0 ? " " + one.Words : "")),
    ];

    private static string TitlesOf(IEnumerable<string> titles) => string.Join("；", titles.Select(title => $"《{title}》"));

    private static string NameOf(PreviewEnding ending) => ending switch
    {
        PreviewEnding.Waits => PublishingTexts.PreviewEndingWaits,
        PreviewEnding.Shown => PublishingTexts.PreviewEndingShown,
        PreviewEnding.Refused => PublishingTexts.PreviewEndingRefused,
        PreviewEnding.Unknown => PublishingTexts.PreviewEndingUnknown,
        _ => PublishingTexts.PreviewEndingNotMade,
    };
}

using WeChatBridge.Accounts;
using WeChatBridge.Reports;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Disclosure;

/// <summary>Whether the disclosure facts of an article are complete, and let it be made public at all.</summary>
internal sealed class DisclosureCheck(Catalogue catalogue, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>The last day on which it must be public; null where the law sets none.</summary>
    public WorkingDate? DueOn(DisclosureFacts facts) => facts.DueOn(calendar);

    /// <summary>Whether that day is over.</summary>
    public bool IsOverdue(DisclosureFacts facts) => DueOn(facts)?.Date < clock.Today();

    /// <summary>What is missing or stands against it, a sentence each.</summary>
    public IReadOnlyList<string> Check(DisclosureFacts facts) =>
    [
        .. Class(facts),
        .. facts.Visibility == Visibility.Public ? [] : new[] { ArticleTexts.DisclosureInternal },
        .. catalogue.Find(facts.CatalogueNumber) is null ? [Catalogued(facts)] : Array.Empty<string>(),
        .. facts.IssuingBody.Length > 0 ? [] : new[] { ArticleTexts.DisclosureIssuerMissing },
        .. Dates(facts),
    ];

    private static IEnumerable<string> Class(DisclosureFacts facts) => facts.Class switch
    {
        DisclosureClass.Proactive => [],
        null => [ArticleTexts.DisclosureClassMissing],
        // Sent, it is open to everybody: the class would say something else than what is done.
        DisclosureClass.OnRequest => [ArticleTexts.DisclosureOnRequest],
        _ => [ArticleTexts.DisclosureWithheld],
    };

    private static string Catalogued(DisclosureFacts facts) => facts.CatalogueNumber.Length == 0
        ? ArticleTexts.DisclosureCatalogueMissing
        : ArticleTexts.DisclosureCatalogueUnknown.With(facts.CatalogueNumber);

    private IEnumerable<string> Dates(DisclosureFacts facts)
    {
        if (facts.FormedOn is not { } formed)
        {
            yield return ArticleTexts.DisclosureDateMissing;
            yield break;
        }

        if (formed > clock.Today() || facts.ChangedOn > clock.Today())
        {
            yield return ArticleTexts.DisclosureDateAhead.With(OfficeTime.Write(clock.Today()));
        }

        if (facts.ChangedOn < formed)
        {
            yield return ArticleTexts.DisclosureDatesReversed;
        }
    }
}

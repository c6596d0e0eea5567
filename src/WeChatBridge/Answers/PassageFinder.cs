using WeChatBridge.Accounts;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Reports;
using WeChatBridge.Search.Documents;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers;

/// <summary>Finds passages by name instead of by question: a section that was picked, its next page, the contents.</summary>
internal sealed class PassageFinder(ReportIndex reports, AnswersOptions options, TimeProvider clock) : IDestination
{
    private const string SectionKey = "section:";
    private const string ReportKey = "report:";

    // The only contents that are of no report.
    private const string ReportsKey = "reports:0";

    private const int MostInContents = 9;

    /// <summary>The section from a place on; null where it is no longer answered from, or nothing is left.</summary>
    public Answer? Section(ServedAccount account, long sectionId, int from = 0)
    {
        var shelf = reports.Of(account.Key);
        if (!shelf.Sections.TryGetValue(sectionId, out var section) || !shelf.Reports.TryGetValue(section.ReportId, out var report))
        {
            return null;
        }

        var whole = shelf.TextOf(report.Id, section.Id);
        return SectionText.From(Quotation.Of(account, report, section, options, clock.Today()), whole, from);
    }

    /// <summary>What the account's documents are about: its only document's contents, or the documents; null where it has none.</summary>
    public Answer? Contents(ServedAccount account, int from = 0)
    {
        var readable = reports.Of(account.Key).Reports.Values
            .OrderByDescending(report => report.IssuedOn).ThenByDescending(report => report.Id).ToList();
        return readable switch
        {
            [] => null,
            [var only] => Contents(account, only.Id, from),
            _ => Page(
                FollowerTexts.ContentsHead.With(account.Name),
                [.. readable.Select(report => new OfferedItem($"《{report.Title}》", $"{ReportKey}{report.Id}"))],
                new ReadingPlace(ReportsKey, from)),
        };
    }

    /// <summary>The main headings of a report; null where it is no longer answered from.</summary>
    public Answer? Contents(ServedAccount account, long reportId, int from)
    {
        if (!reports.Of(account.Key).Reports.TryGetValue(reportId, out var report))
        {
            return null;
        }

        var items = report.Sections.Where(section => section is { Level: 1, Role: not SectionRole.Contents } && section.Heading.Length > 0)
            .OrderBy(section => section.Ordinal)
            .Select(section => new OfferedItem(section.Number + section.Heading, KeyOf(section))).ToList();
        return items.Count == 0
            ? report.Sections.OrderBy(section => section.Ordinal).Select(section => Section(account, section.Id)).FirstOrDefault()
            : Page(FollowerTexts.ReportContentsHead.With(report.Title), items, new ReadingPlace($"{ReportKey}{reportId}", from));
    }

    /// <summary>As much of a long list as one reply carries; 「更多」 goes on, and each page is picked from by its own numbers.</summary>
    private Answer? Page(string head, List<OfferedItem> items, ReadingPlace at)
    {
        var left = items.Skip(at.From).ToList();
        if (left.Count == 0)
        {
            return null;
        }

        var page = ChoiceText.Page(head, left, MostInContents, options);
        // A list that stands whole leaves 「更多」 to what was read before it.
        return page.Offered.Count == items.Count ? page : page with { Place = at with { From = at.From + page.Offered.Count } };
    }

    /// <summary>What leads to a section in choices and menu keys.</summary>
    public static string KeyOf(Section section) => KeyOf(section.Id);

    public static string KeyOf(long sectionId) => $"{SectionKey}{sectionId}";

    /// <summary>How the section reads in a choice; null where it is not answered from.</summary>
    public string? Label(ServedAccount account, long sectionId)
    {
        var shelf = reports.Of(account.Key);
        return shelf.Sections.TryGetValue(sectionId, out var section) && shelf.Reports.TryGetValue(section.ReportId, out var report)
            ? new Quotation(report, section, report.OwnerKey != account.Key).ChoiceLabel
            : null;
    }

    public Answer? Follow(ServedAccount account, string leads, int from) =>
        MenuKey.NumberOf(leads, SectionKey) is { } section ? Section(account, section, from)
        : MenuKey.NumberOf(leads, ReportKey) is { } report ? Contents(account, report, from)
        : leads == ReportsKey ? Contents(account, from)
        : null;
}

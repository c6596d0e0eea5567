using WeChatBridge.Accounts;
using WeChatBridge.Reports;
using WeChatBridge.Search.Index;

namespace WeChatBridge.Answers;

/// <summary>Finds what to say to a question. Touches memory only: the reply path has no time for more.</summary>
internal sealed class AnswerFinder(ReportIndex reports)
{
    public Answer Find(ServedAccount account, string question)
    {
        var shelf = reports.Of(account.Key);
        return shelf.Index.Find(question) switch
        {
            SearchOutcome.Sure sure => AnswerText.ForSection(Quote(account, shelf, sure.Hit), sure.Hit),
            SearchOutcome.Choice choice => AnswerText.ForChoice([.. choice.Hits.Select(hit => Quote(account, shelf, hit))]),
            _ => AnswerText.ForNotFound(account.Contact, ExampleOf(shelf)),
        };
    }

    /// <summary>The words for a new follower, with something that can really be asked.</summary>
    public Answer Welcome(ServedAccount account) => AnswerText.ForWelcome(account, ExampleOf(reports.Of(account.Key)));

    private static Quotation Quote(ServedAccount account, Shelf shelf, SectionHit hit)
    {
        var report = shelf.Reports[long.Parse(hit.DocumentId, null)];
        return new Quotation(report, shelf.Sections[long.Parse(hit.SectionId, null)], report.OwnerKey != account.Key);
    }

    /// <summary>The last main heading of the newest report: an example that is sure to be found.</summary>
    private static string ExampleOf(Shelf shelf) => shelf.Reports.Values
        .OrderByDescending(report => report.IssuedOn).ThenByDescending(report => report.Id)
        .SelectMany(report => report.Sections.OrderByDescending(section => section.Ordinal))
        .Where(section => section is { Level: 1, Heading.Length: > 1 and < 16 })
        .Select(section => section.Heading)
        .FirstOrDefault() ?? "";
}

/// <summary>A section, the report it stands in, and whether that report belongs to another account.</summary>
internal sealed record Quotation(Report Report, Section Section, bool IsForeign);

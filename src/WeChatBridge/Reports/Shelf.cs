using WeChatBridge.Search.Documents;
using WeChatBridge.Search.Index;

namespace WeChatBridge.Reports;

/// <summary>The reports one account may answer from, with their search index. Immutable: a change makes another shelf.</summary>
internal sealed record Shelf(SectionIndex Index, IReadOnlyDictionary<long, Report> Reports, IReadOnlyDictionary<long, Section> Sections)
{
    // Where more than this share of the reports changes at once, building anew is cheaper than changing one by one.
    private const double MuchAtOnce = 0.5;

    public static readonly Shelf Empty = Of([], Vocabulary.Empty);

    /// <summary>When the first of the reports falls silent by itself.</summary>
    private DateTimeOffset? EndsAt { get; } = Reports.Values.Min(report => report.Facts.AnsweredUntil);

    public static Shelf Of(IReadOnlyList<Report> reports, Vocabulary vocabulary) =>
        Of(SectionIndex.Build([.. reports.Select(ToIndexed)], vocabulary), reports);

    /// <summary>This shelf with exactly these reports on it; what it already has stays as it is, and itself where nothing differs.</summary>
    public Shelf Become(IReadOnlyList<Report> reports, Vocabulary vocabulary)
    {
        var kept = reports.Where(report => Reports.GetValueOrDefault(report.Id) == report).Select(report => report.Id).ToHashSet();
        var gone = Reports.Keys.Where(id => !kept.Contains(id)).ToList();
        if (kept.Count == reports.Count && gone.Count == 0)
        {
            return this;
        }

        if (reports.Count - kept.Count > MuchAtOnce * reports.Count)
        {
            return Of(reports, vocabulary);
        }

        var index = gone.Aggregate(Index, (rest, id) => rest.Without(IdText(id)));
        return Of(index.With([.. reports.Where(report => !kept.Contains(report.Id)).Select(ToIndexed)]), reports);
    }

    /// <summary>This shelf without the reports that are past their end at this moment; itself where none is.</summary>
    public Shelf At(DateTimeOffset now)
    {
        if (EndsAt is not { } end || now < end)
        {
            return this;
        }

        List<Report> answered = [.. Reports.Values.Where(report => report.Facts.IsAnsweredAt(now))];
        var index = Reports.Values.Except(answered).Aggregate(Index, (rest, report) => rest.Without(IdText(report.Id)));
        return Of(index, answered);
    }

    /// <summary>The same reports, asked with other synonyms.</summary>
    public Shelf With(Vocabulary vocabulary) => this with { Index = Index.WithVocabulary(vocabulary) };

    /// <summary>The last main heading of the newest report: an example that is sure to be found; empty where there is none.</summary>
    public string Example { get; } = Reports.Values
        .OrderByDescending(report => report.IssuedOn).ThenByDescending(report => report.Id)
        .SelectMany(report => report.Sections.OrderByDescending(section => section.Ordinal))
        .Where(section => section is { Level: 1, Heading.Length: > 1 and < 16 })
        .Select(section => section.Heading)
        .FirstOrDefault() ?? "";

    /// <summary>The whole text of what was found.</summary>
    public string TextOf(SectionHit hit) => Index.TextOf(hit.DocumentId, hit.SectionId) ?? hit.Excerpt.Text;

    /// <summary>The section's text with that of the sections below it; empty where it has none.</summary>
    public string TextOf(long reportId, long sectionId) => Index.TextOf(IdText(reportId), IdText(sectionId)) ?? "";

    private static Shelf Of(SectionIndex index, IReadOnlyList<Report> reports) => new(
        index,
        reports.ToDictionary(report => report.Id),
        reports.SelectMany(report => report.Sections).ToDictionary(section => section.Id));

    private static IndexedDocument ToIndexed(Report report) => new(
        IdText(report.Id),
        report.Kind.ToString(),
        report.Title,
        report.IssuingBody,
        report.IssuedOn,
        report.Year,
        [.. report.Sections.Where(section => section.Role != SectionRole.Contents).Select(ToIndexed)]);

    private static IndexedSection ToIndexed(Section section) => new(
        IdText(section.Id), section.Ordinal, section.Level, section.Number, section.Heading, section.HeadingPath, section.DisplayText);

    private static string IdText(long id) => id.ToString(null, null);
}

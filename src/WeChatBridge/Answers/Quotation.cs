using WeChatBridge.Accounts;
using WeChatBridge.Reports;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers;

/// <summary>A section, the report it stands in, and whether that report belongs to another account.</summary>
internal sealed record Quotation(Report Report, Section Section, bool IsForeign)
{
    // Headings and titles are short; one that is not must not push the answer out of its reply.
    private const int LongestName = 80;

    /// <summary>When a guide was last checked, where that is long ago; null where it need not be said.</summary>
    public DateOnly? CheckedOn { get; private init; }

    /// <summary>Whether it speaks of a year that is over: figures may have been set anew since.</summary>
    public bool IsOfPastYear { get; private init; }

    /// <summary>The sections shown together, first to last; empty where it is only this one.</summary>
    public IReadOnlyList<Section> Together { get; init; } = [];

    /// <summary>A section of a report the account may answer from.</summary>
    public static Quotation Of(ServedAccount account, Report report, Section section, AnswersOptions options, DateOnly today) =>
        new(report, section, report.OwnerKey != account.Key)
        {
            CheckedOn = report.Facts.CheckedOn is { } day && day.AddMonths(options.GuideCheckMonths) < today ? day : null,
            IsOfPastYear = report.Year < today.Year,
        };

    /// <summary>What the section is called: its number and heading.</summary>
    public string Label => LabelOf(Section);

    /// <summary>Where the words are from, of another body's report naming that body; under an old guide, when it was checked.</summary>
    public string SourceLine => CheckedOn is { } day
        ? Lines.Join(NamingLine, FollowerTexts.CheckedOn.With(OfficeTime.Write(day)))
        : NamingLine;

    private string NamingLine => IsForeign
        ? FollowerTexts.QuotedSource.With(Report.IssuingBody, Shorten(Report.Title), Year, SourceLabel)
        : FollowerTexts.Source.With(Shorten(Report.Title), Year, SourceLabel);

    private string SourceLabel => Together is [var first, .., var last] ? FollowerTexts.SourceRange.With(LabelOf(first), LabelOf(last)) : Label;

    /// <summary>What is said beside a fact that changes without a new report.</summary>
    public IEnumerable<string> AgeLines => [Report.Year is { } year ? FollowerTexts.FactAgesSince.With(year) : FollowerTexts.FactAges];

    /// <summary>How it reads in a numbered choice.</summary>
    public string ChoiceLabel => FollowerTexts.ChoiceLabel.With(Label, Shorten(Report.Title), Year);

    private string Year => Report.Year is { } year ? FollowerTexts.SourceYear.With(year) : "";

    public AnswerSource SourceOf(double score) => new(
        Report.Id, Section.Id, Report.Title, Report.Year, Label, Section.HeadingPath, score);

    private static string LabelOf(Section section) =>
        section is { Heading.Length: 0, Number.Length: 0 } ? FollowerTexts.Opening : Shorten(section.Number + section.Heading);

    private static string Shorten(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - 1), "…");
}

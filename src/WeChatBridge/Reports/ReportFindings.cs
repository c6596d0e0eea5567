using WeChatBridge.Search.Documents;
using WeChatBridge.Search.Text;
using WeChatBridge.Texts;

namespace WeChatBridge.Reports;

/// <summary>
/// What a confirmer should look at before a report speaks: personal data, a title or a date that does not fit, what a guide leaves out. It
/// points, it does not decide; and it never repeats a number it found.
/// </summary>
internal static class ReportFindings
{
    private const int OldestYear = 1949;

    // A report about a year comes out in it or in the two after it.
    private const int LatestAfterItsYear = 2;

    public static IReadOnlyList<ReportFinding> Of(Report report, ReportFacts facts)
    {
        var outline = OutlineSplitter.Split(report.Text);
        return
        [
            .. PersonalDataIn(report),
            .. Title(facts, outline),
            .. Dates(report, facts, outline),
            .. IssuingBody(facts),
            .. Sections(report),
            .. facts.Kind == ReportKind.Guide ? Guide(facts, outline) : [],
        ];
    }

    /// <summary>A section as a person finds it in the list of sections.</summary>
    public static string LabelOf(Section section) => (section.Number + section.Heading) switch
    {
        { Length: > 0 } name => name,
        _ => section.Role switch
        {
            SectionRole.Signature => StaffTexts.SectionSignature,
            SectionRole.Contents => StaffTexts.SectionContents,
            _ => StaffTexts.SectionOpening,
        },
    };

    private static IEnumerable<ReportFinding> PersonalDataIn(Report report) =>
        from section in report.Sections
        let text = report.Text.Substring(section.Start, section.Length)
        from found in PersonalData.Find(text, PersonalDataKinds.InQuestions).GroupBy(finding => finding.Kind)
        let kind = found.Key switch
        {
            PersonalDataKinds.IdentityCard => StaffTexts.PersonalDataIdentityCard,
            PersonalDataKinds.BankCard => StaffTexts.PersonalDataBankCard,
            _ => StaffTexts.PersonalDataMobilePhone,
        }
        let sentence = StaffTexts.FindingPersonalData.With(LabelOf(section), kind, found.Count())
        select new ReportFinding(ReportFindingKind.PersonalData, sentence);

    private static IEnumerable<ReportFinding> Title(ReportFacts facts, DocumentOutline outline)
    {
        var (title, stated, text) = (Letters(facts.Title), Letters(outline.Title ?? ""), Letters(outline.Text));
        var fits = title.Length > 0 && (text.Contains(title, StringComparison.Ordinal) || stated == title
            || (stated.Length > 0 && title.Contains(stated, StringComparison.Ordinal)));
        if (!fits)
        {
            yield return new ReportFinding(ReportFindingKind.Title, outline.Title is null
                ? StaffTexts.FindingTitleNowhere.With(facts.Title)
                : StaffTexts.FindingTitleDiffers.With(facts.Title, outline.Title));
        }
    }

    private static IEnumerable<ReportFinding> Dates(Report report, ReportFacts facts, DocumentOutline outline)
    {
        // One day later than in UTC it may be somewhere: nobody's clock makes a finding.
        var latest = DateOnly.FromDateTime(report.ImportedAt.UtcDateTime).AddDays(1);
        var sentences = new (bool Applies, string Sentence)[]
        {
            (facts.IssuedOn is null, StaffTexts.FindingNoDate),
            (facts.IssuedOn > latest, StaffTexts.FindingDateAhead.With(facts.IssuedOn)),
            (facts.IssuedOn?.Year < OldestYear, StaffTexts.FindingDateTooEarly.With(facts.IssuedOn)),
            (facts.IssuedOn?.Year < facts.Year, StaffTexts.FindingDateBeforeYear.With(facts.IssuedOn, facts.Year)),
            (facts.IssuedOn?.Year > facts.Year + LatestAfterItsYear, StaffTexts.FindingDateLongAfterYear.With(facts.IssuedOn, facts.Year)),
            (outline.IssuedOn is not null && facts.IssuedOn is not null && outline.IssuedOn != facts.IssuedOn,
                StaffTexts.FindingDateDiffers.With(facts.IssuedOn, outline.IssuedOn)),
            (facts.AnsweredUntil <= report.ImportedAt, StaffTexts.FindingEndsBefore),
            (facts.CheckedOn > latest, StaffTexts.FindingCheckedAhead.With(facts.CheckedOn)),
        };
        return sentences.Where(one => one.Applies).Select(one => new ReportFinding(ReportFindingKind.Date, one.Sentence));
    }

    private static IEnumerable<ReportFinding> IssuingBody(ReportFacts facts)
    {
        if (facts.IssuingBody.Length == 0)
        {
            yield return new ReportFinding(ReportFindingKind.NoIssuingBody, StaffTexts.FindingNoIssuingBody);
        }
    }

    private static IEnumerable<ReportFinding> Sections(Report report)
    {
        if (!report.Sections.Any(section => section.Heading.Length > 0))
        {
            yield return new ReportFinding(ReportFindingKind.NoHeadings, StaffTexts.FindingNoHeadings);
        }

        foreach (var section in report.Sections.Where(section => Unfilled.IsIn(report.Text.Substring(section.Start, section.Length))))
        {
            yield return new ReportFinding(ReportFindingKind.Unfilled, StaffTexts.FindingUnfilled.With(LabelOf(section)));
        }
    }

    private static IEnumerable<ReportFinding> Guide(ReportFacts facts, DocumentOutline outline)
    {
        var missing = GuideFacts.Read(outline).Missing
            .Where(field => field != GuideField.CheckedOn || facts.CheckedOn is null).Select(NameOf).ToList();
        if (missing.Count > 0)
        {
            var sentence = StaffTexts.FindingGuideIncomplete.With(string.Join('、', missing));
            yield return new ReportFinding(ReportFindingKind.GuideIncomplete, sentence);
        }
    }

    private static string NameOf(GuideField field) => field switch
    {
        GuideField.Matter => StaffTexts.GuideMatter,
        GuideField.Conditions => StaffTexts.GuideConditions,
        GuideField.Papers => StaffTexts.GuidePapers,
        GuideField.Place => StaffTexts.GuidePlace,
        GuideField.Hours => StaffTexts.GuideHours,
        GuideField.Phone => StaffTexts.GuidePhone,
        GuideField.Basis => StaffTexts.GuideBasis,
        _ => StaffTexts.GuideCheckedOn,
    };

    private static string Letters(string text) => string.Concat(QuestionText.Fold(text).Where(char.IsLetterOrDigit));
}

/// <summary>Something a confirmer should look at.</summary>
internal sealed record ReportFinding(ReportFindingKind Kind, string Sentence);

/// <summary>What a finding is about.</summary>
internal enum ReportFindingKind
{
    PersonalData,
    Title,
    Date,
    NoIssuingBody,
    NoHeadings,
    Unfilled,
    GuideIncomplete,
}

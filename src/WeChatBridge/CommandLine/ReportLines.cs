using WeChatBridge.Accounts;
using WeChatBridge.Reports;
using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>Reports as lines of text.</summary>
internal static class ReportLines
{
    public static string Line(ReportLine line) =>
        StaffTexts.ReportLine.With(line.Id, line.Facts.Title, NameOf(line.Facts.Kind), NameOf(line.State));

    /// <summary>All that a confirmer looks at.</summary>
    public static string Whole(ReportDossier dossier) =>
        string.Join('\n', [.. Facts(dossier), .. Outline(dossier), .. Findings(dossier)]);

    public static Outcome<string> Submitted(Outcome<SubmittedVersion> outcome) => outcome.IsDone
        ? Outcome<string>.Done((outcome.Value.IsReleased ? StaffTexts.ReportChanged : StaffTexts.ReportChangedWaiting)
            .With(outcome.Value.Title, outcome.Value.Review))
        : Outcome<string>.Refused(outcome.Refusal!);

    private static IEnumerable<string> Facts(ReportDossier dossier)
    {
        var facts = dossier.Version.Facts;
        yield return StaffTexts.ReportHead.With(
            dossier.Report.Id,
            NameOf(facts.Kind),
            facts.Visibility == Visibility.Public ? StaffTexts.VisibilityPublic : StaffTexts.VisibilityInternal,
            NameOf(dossier.State));
        yield return StaffTexts.ReportTitleLine.With(facts.Title);
        yield return StaffTexts.ReportDateLine.With(Stated(facts.IssuedOn));
        yield return StaffTexts.ReportBodyLine.With(facts.IssuingBody.Length > 0 ? facts.IssuingBody : StaffTexts.ReportNotStated);
        yield return StaffTexts.ReportYearLine.With($"{facts.Year}" is { Length: > 0 } year ? year : StaffTexts.ReportNotStated);
        var more = new (string Text, string Value)[]
        {
            (StaffTexts.ReportUntilLine, facts.AnsweredUntil is { } end ? OfficeDay.Write(end) : ""),
            (StaffTexts.ReportCheckedLine, facts.Kind == ReportKind.Guide ? Stated(facts.CheckedOn) : ""),
            (StaffTexts.ReportGrantsLine, string.Join('、', facts.Grants
                .Where(grant => !dossier.Report.Revocations.Any(revocation => revocation.Ends(grant))).Select(grant => grant.AccountKey))),
        };
        foreach (var (text, value) in more.Where(line => line.Value.Length > 0))
        {
            yield return text.With(value);
        }

        if (dossier.Review is { } review)
        {
            yield return StaffTexts.ReportReviewLine.With(review.Id, ReviewRules.NameOf(review.State));
        }
    }

    private static IEnumerable<string> Outline(ReportDossier dossier) => dossier.Report.Sections
        .Select(section => new string(' ', section.Level * 2) + ReportFindings.LabelOf(section))
        .Prepend(StaffTexts.ReportSectionsLine.With(dossier.Report.Sections.Count));

    private static IEnumerable<string> Findings(ReportDossier dossier) => dossier.Findings.Count == 0
        ? [StaffTexts.ReportNoFindings]
        : dossier.Findings.Select(finding => "  " + finding.Sentence).Prepend(StaffTexts.ReportFindingsHead);

    private static string Stated(DateOnly? day) => day is { } known ? OfficeTime.Write(known) : StaffTexts.ReportNotStated;

    private static string NameOf(ReportKind kind) => kind switch
    {
        ReportKind.Guide => StaffTexts.KindGuide,
        ReportKind.Policy => StaffTexts.KindPolicy,
        ReportKind.Notice => StaffTexts.KindNotice,
        _ => StaffTexts.KindReport,
    };

    private static string NameOf(ReportState state) => state switch
    {
        ReportState.Waiting => StaffTexts.ReportWaiting,
        ReportState.NotConfirmed => StaffTexts.ReportNotConfirmed,
        ReportState.Answering => StaffTexts.ReportAnswering,
        ReportState.AnsweringWhileChanged => StaffTexts.ReportAnsweringWhileChanged,
        ReportState.Internal => StaffTexts.ReportInternal,
        ReportState.Expired => StaffTexts.ReportExpired,
        _ => StaffTexts.ReportWithdrawn,
    };
}

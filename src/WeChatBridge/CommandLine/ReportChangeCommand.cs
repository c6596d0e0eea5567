using System.CommandLine;
using WeChatBridge.Reports;

namespace WeChatBridge.CommandLine;

/// <summary><c>report change ID …</c>: states other facts of a report; the earlier ones answer until these are confirmed.</summary>
internal static class ReportChangeCommand
{
    private static readonly Option<string?> Title = new("--title") { Description = "标题" };
    private static readonly Option<string?> Body = new("--body") { Description = "发布机关" };
    private static readonly Option<string?> Date = new("--date") { Description = "发布日期，例如 2026-03-05" };
    private static readonly Option<int?> Year = new("--year") { Description = "所述年度" };
    private static readonly Option<ReportKind?> Kind = new("--kind") { Description = "Report 报告、Guide 办事指南、Policy 政策法规、Notice 公告" };
    private static readonly Option<Visibility?> Seen = new("--visibility") { Description = "Public 对外公开、Internal 仅供内部" };
    private static readonly Option<string?> Until = OfficeDay.Until();
    private static readonly Option<string?> Checked = new("--checked-on") { Description = "核对日期，例如 2026-03-05" };

    public static Command Create()
    {
        var id = ReportCommand.Id();
        return ReportCommand.Acted(
            "change",
            "改动标题、日期等；核准之前仍按原来的答复",
            [id, Title, Body, Date, Year, Kind, Seen, Until, Checked],
            async (services, parsed, by, token) =>
            {
                var change = Read(parsed);
                return change.IsDone
                    ? ReportLines.Submitted(
                        await services.GetRequiredService<ReportDesk>().ChangeAsync(parsed.GetRequiredValue(id), change.Value, by, token))
                    : Outcome<string>.Refused(change.Refusal!);
            });
    }

    private static Outcome<Func<ReportFacts, ReportFacts>> Read(ParseResult parsed)
    {
        var (date, until, checkedOn) =
            (OfficeDay.Read(parsed.GetValue(Date)), OfficeDay.EndOf(parsed.GetValue(Until)), OfficeDay.Read(parsed.GetValue(Checked)));
        if ((date.Refusal ?? until.Refusal ?? checkedOn.Refusal) is { } unreadable)
        {
            return Outcome<Func<ReportFacts, ReportFacts>>.Refused(unreadable);
        }

        return Outcome<Func<ReportFacts, ReportFacts>>.Done(facts => facts with
        {
            Title = parsed.GetValue(Title) ?? facts.Title,
            IssuingBody = parsed.GetValue(Body) ?? facts.IssuingBody,
            IssuedOn = date.Value ?? facts.IssuedOn,
            Year = parsed.GetValue(Year) ?? facts.Year,
            Kind = parsed.GetValue(Kind) ?? facts.Kind,
            Visibility = parsed.GetValue(Seen) ?? facts.Visibility,
            AnsweredUntil = until.Value ?? facts.AnsweredUntil,
            CheckedOn = checkedOn.Value ?? facts.CheckedOn,
        });
    }
}

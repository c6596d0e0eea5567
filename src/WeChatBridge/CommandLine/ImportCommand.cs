using System.CommandLine;
using System.Text.Json;
using WeChatBridge.Reports;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>
/// <c>import FILE --account KEY</c>: takes a document in, on the administrator's own word, audited. With <c>--as NAME</c> it is that
/// person's act, and waits for a second one.
/// </summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "要导入的文件" };
        var account = new Option<string>("--account") { Description = "所属公众号（如 zhengwu）", Required = true };
        var title = new Option<string?>("--title") { Description = "标题（默认从文中识别）" };
        var kind = new Option<ReportKind>("--kind") { Description = "Report 报告、Guide 办事指南、Policy 政策法规、Notice 公告" };
        var year = new Option<int?>("--year") { Description = "所述年度（默认从文中识别）" };
        var quotable = new Option<string[]>("--quotable-by") { Description = "还可以由哪些公众号引用", AllowMultipleArgumentsPerToken = true };
        var isInternal = new Option<bool>("--internal") { Description = "仅供内部，不用于答复" };
        var until = OfficeDay.Until();
        var person = SignedInRun.AsOptional();
        var json = new Option<bool>("--json") { Description = "以 JSON 输出" };
        var command = new Command("import", "导入一份文件；不写 --as 时由管理员直接核准")
        {
            file, account, title, kind, year, quotable, isInternal, until, person, json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var description = new ReportDescription(parsed.GetRequiredValue(account), path.Name)
            {
                Title = parsed.GetValue(title),
                Kind = parsed.GetValue(kind),
                Year = parsed.GetValue(year),
                QuotableBy = parsed.GetValue(quotable) ?? [],
                Visibility = parsed.GetValue(isInternal) ? Visibility.Internal : Visibility.Public,
            };
            var request = new Request(path, description, parsed.GetValue(until), parsed.GetValue(person), parsed.GetValue(json));
            return RunAsync(request, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Request request, CancellationToken cancellationToken)
    {
        var until = OfficeDay.EndOf(request.Until);
        if (!until.IsDone)
        {
            return await CommandRun.RefuseAsync(until.Refusal);
        }

        var description = request.Description with { AnsweredUntil = until.Value };
        return await SignedInRun.WithActingOrAdministratorAsync(
            request.Person,
            (services, by, token) => ImportAsync(services, request with { Description = description }, by, token),
            cancellationToken);
    }

    private static async Task<int> ImportAsync(IServiceProvider services, Request request, Acting by, CancellationToken cancellationToken)
    {
        var description = request.Description;
        var unknown = description.QuotableBy.Prepend(description.OwnerKey)
            .Select(key => CommandRun.FindAccount(services, key)).FirstOrDefault(account => !account.IsDone).Refusal;
        if (unknown is not null)
        {
            return await CommandRun.RefuseAsync(unknown);
        }

        var content = await ReadAsync(request.File, cancellationToken);
        if (!content.IsDone)
        {
            return await CommandRun.RefuseAsync(content.Refusal);
        }

        var imported = await services.GetRequiredService<ReportDesk>().ImportAsync(description, content.Value, by, cancellationToken);
        if (!imported.IsDone)
        {
            return await CommandRun.RefuseAsync(imported.Refusal);
        }

        var report = imported.Value;
        Console.WriteLine(request.AsJson
            ? JsonSerializer.Serialize(report, CommandRun.Json)
            : (report.IsReleased ? StaffTexts.ReportImported : StaffTexts.ReportImportedWaiting)
                .With(report.Title, report.Sections, report.Id, report.Review));
        return ExitCode.Done;
    }

    private static async Task<Outcome<byte[]>> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            return Outcome<byte[]>.Refused(StaffTexts.FileMissing.With(file.FullName));
        }

        if (file.Length > ReportDesk.LargestFile)
        {
            return Outcome<byte[]>.Refused(StaffTexts.FileTooLarge.With(file.Length >> 20, ReportDesk.LargestFile >> 20));
        }

        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Outcome<byte[]>.Refused(StaffTexts.FileUnreadable.With(file.FullName, exception.Message));
        }
    }

    private sealed record Request(FileInfo File, ReportDescription Description, string? Until, string? Person, bool AsJson);
}

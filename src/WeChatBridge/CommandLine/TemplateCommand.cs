using System.CommandLine;
using WeChatBridge.Reports;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>template --kind Guide --out FILE</c>: the document of a kind to be filled in.</summary>
internal static class TemplateCommand
{
    public static Command Create()
    {
        var kind = new Option<ReportKind>("--kind") { Description = "Report 报告、Guide 办事指南、Policy 政策法规、Notice 公告", Required = true };
        var target = new Option<FileInfo>("--out") { Description = "写到哪个文件（.docx）", Required = true };
        var command = new Command("template", "写出一份空白模板（Word 文档），填好后再导入") { kind, target };
        command.SetAction((parsed, cancellationToken) =>
            WriteAsync(parsed.GetValue(kind), parsed.GetRequiredValue(target), cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(ReportKind kind, FileInfo file, CancellationToken cancellationToken)
    {
        // Somebody may have filled in the one that is there.
        if (file.Exists)
        {
            return await CommandRun.RefuseAsync(StaffTexts.TemplateExists.With(file.FullName));
        }

        try
        {
            await File.WriteAllBytesAsync(file.FullName, ReportTemplate.Write(kind), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return await CommandRun.RefuseAsync(StaffTexts.FileUnwritable.With(file.FullName, exception.Message));
        }

        Console.WriteLine(StaffTexts.TemplateWritten.With(file.FullName));
        return ExitCode.Done;
    }
}

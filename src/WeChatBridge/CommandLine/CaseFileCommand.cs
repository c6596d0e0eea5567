using System.CommandLine;
using WeChatBridge.Operations.CaseFiles;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>case-file ID --out …</c> and <c>case-file verify FILE</c>: what can be proved of one publication, as one archive.</summary>
internal static class CaseFileCommand
{
    public static Command Create()
    {
        // Not required: "verify" has its own.
        var id = new Argument<long?>("publication") { Description = "发布编号", Arity = ArgumentArity.ZeroOrOne };
        var place = new Option<string?>("--out") { Description = "存到哪个文件夹，或存成哪个 .zip 文件" };
        var person = SignedInRun.AsOptional();
        var command = new Command("case-file", "案卷：导出一次发布的全部经过，或核对一份案卷") { id, place, person, Verify() };
        command.SetAction((parsed, cancellationToken) => (parsed.GetValue(id), parsed.GetValue(place)) is ({ } wanted, { } path)
            ? SignedInRun.WithActingOrAdministratorAsync(
                parsed.GetValue(person),
                async (services, acting, token) =>
                {
                    var exported = await services.GetRequiredService<CaseFileDesk>().ExportAsync(wanted, acting, token);
                    return exported.IsDone ? await WriteAsync(exported.Value, path, token) : await CommandRun.RefuseAsync(exported.Refusal);
                },
                cancellationToken)
            : CommandRun.RefuseAsync(CaseFileTexts.Usage));
        return command;
    }

    private static Command Verify()
    {
        var file = new Argument<string>("file") { Description = "案卷文件（.zip）" };
        var offline = new Option<bool>("--offline") { Description = "只核对文件本身，不与本机的审计日志对照" };
        var command = new Command("verify", "核对一份案卷；说出第一处不符") { file, offline };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (await ReadAsync(path, cancellationToken) is not { } bytes)
            {
                return await CommandRun.RefuseAsync(StaffTexts.FileMissing.With(path));
            }

            return parsed.GetValue(offline)
                ? await SayAsync(await CaseCheck.JudgeAsync(bytes, cancellationToken), CaseFileTexts.WholeOffline)
                : await CommandRun.WithBridgeAsync(
                    async (services, token) => await SayAsync(
                        await services.GetRequiredService<CaseFileDesk>().VerifyAsync(bytes, token), CaseFileTexts.Whole),
                    cancellationToken);
        });
        return command;
    }

    private static async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : null;

    private static async Task<int> WriteAsync(ExportedCase exported, string place, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(place.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? place : Path.Combine(place, exported.FileName));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, exported.Bytes, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return await CommandRun.RefuseAsync(CaseFileTexts.NotWritten.With(path, exception.Message));
        }

        Console.WriteLine(CaseFileTexts.Exported.With(path, exported.Hash));
        return ExitCode.Done;
    }

    private static Task<int> SayAsync(Outcome<CaseVerdict> outcome, string sentence) => CommandRun.SayAsync(
        outcome,
        verdict => string.Join('\n', verdict.Remarks.Prepend(sentence.With(
            verdict.Case.Publication.AccountName,
            verdict.Case.Publication.Id,
            verdict.Case.Articles.Count,
            verdict.Audit.Entries.Count))));
}

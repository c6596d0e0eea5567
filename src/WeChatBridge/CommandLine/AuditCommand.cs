using System.CommandLine;
using WeChatBridge.Audit;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>audit verify</c>: proves the audit trail whole, or names where it is not.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var verify = new Command("verify", "核对审计日志是否完整");
        verify.SetAction((_, cancellationToken) => CommandRun.WithBridgeAsync(VerifyAsync, cancellationToken));
        return new Command("audit", "审计日志") { verify };
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var verdict = await services.GetRequiredService<AuditDesk>().VerifyAsync(cancellationToken);
        if (verdict.IsWhole)
        {
            Console.WriteLine(StaffTexts.AuditWhole.With(verdict.Entries, verdict.Head));
            return ExitCode.Done;
        }

        return await CommandRun.RefuseAsync(StaffTexts.AuditBroken.With(verdict.Entries, verdict.BrokenAt));
    }
}

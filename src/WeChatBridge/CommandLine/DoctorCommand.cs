using System.CommandLine;
using WeChatBridge.Operations;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>doctor</c>: says what keeps the service from serving, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var doctor = new Command("doctor", "检查数据、密钥、与微信平台的连接，说明问题和办法");
        doctor.SetAction((_, cancellationToken) => CommandRun.WithBridgeAsync(ExamineAsync, cancellationToken));
        return doctor;
    }

    private static async Task<int> ExamineAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var findings = await services.GetRequiredService<Checkup>().LookAsync(cancellationToken);
        foreach (var finding in findings)
        {
            Console.WriteLine($"{(finding.IsWell ? StaffTexts.CheckupWell : StaffTexts.CheckupIll)} {finding.Sentence}");
        }

        return findings.All(finding => finding.IsWell) ? ExitCode.Done : ExitCode.Refused;
    }
}

using System.CommandLine;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>Runs a command that must be a person's own act: <c>--as NAME</c>, and that person's password.</summary>
internal static class SignedInRun
{
    public static Option<string> As() => new("--as") { Description = "以谁的名义办理（登录名）；密码另行输入，不写在命令里", Required = true };

    /// <summary>The same where the machine's administrator may act too.</summary>
    public static Option<string?> AsOptional() => new("--as") { Description = "以谁的名义办理（登录名）；不写则由本机管理员办理" };

    /// <summary>As the person, or without one as the administrator of the machine.</summary>
    public static Task<int> WithActingOrAdministratorAsync(
        string? name, Func<IServiceProvider, Acting, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        name is null
        ? CommandRun.WithBridgeAsync((services, token) => work(services, Acting.CommandLine, token), cancellationToken)
        : WithActingAsync(name, work, cancellationToken);

    /// <summary>Signs the person in and does the work as them; the sentence of a refused sign-in ends the command.</summary>
    public static Task<int> WithActingAsync(
        string name, Func<IServiceProvider, Acting, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        CommandRun.WithBridgeAsync(
            async (services, token) =>
            {
                var acting = await SignInAsync(services.GetRequiredService<SignInGate>(), name, token);
                return acting.IsDone ? await work(services, acting.Value, token) : await CommandRun.RefuseAsync(acting.Refusal);
            },
            cancellationToken);

    private static async Task<Outcome<Acting>> SignInAsync(SignInGate gate, string name, CancellationToken cancellationToken)
    {
        var password = SecretPrompt.Password(name);
        var acting = await gate.AdmitAsync(name, password, null, cancellationToken);
        return acting.Refusal == StaffTexts.SignInNeedsCode
            ? await gate.AdmitAsync(name, password, SecretPrompt.Code(), cancellationToken)
            : acting;
    }
}

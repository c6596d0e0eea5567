using System.Text;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>
/// Asks for what must not stand in a command: arguments are seen by everybody on the machine and kept in the shell's history. It comes from
/// the environment, from redirected standard input, or is typed without being shown.
/// </summary>
internal static class SecretPrompt
{
    public const string PasswordVariable = "WECHATBRIDGE_PASSWORD";
    public const string CodeVariable = "WECHATBRIDGE_CODE";

    /// <summary>The password of who acts.</summary>
    public static string Password(string name) => Read(PasswordVariable, StaffTexts.PromptPassword.With(name));

    /// <summary>The authenticator's digits or a recovery code.</summary>
    public static string Code() => Read(CodeVariable, StaffTexts.PromptCode);

    /// <summary>A password to be set; typed, it is asked for twice.</summary>
    public static Outcome<string> NewPassword(string name)
    {
        var first = Read(PasswordVariable, StaffTexts.PromptNewPassword.With(name));
        return Console.IsInputRedirected || Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 }
            || first == Type(StaffTexts.PromptAgain)
            ? first
            : Outcome<string>.Refused(StaffTexts.PromptDiffers);
    }

    private static string Read(string variable, string prompt) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given
        ? given
        : Console.IsInputRedirected ? Console.In.ReadLine() ?? "" : Type(prompt);

    private static string Type(string prompt)
    {
        // Standard output belongs to the command's own words.
        Console.Error.Write(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}

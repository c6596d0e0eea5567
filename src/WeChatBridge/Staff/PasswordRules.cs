using WeChatBridge.Texts;

namespace WeChatBridge.Staff;

/// <summary>What a password must be: long rather than odd, and not the first thing somebody would try.</summary>
internal static class PasswordRules
{
    public const int Shortest = 10;

    // Bounds the work of hashing.
    private const int Longest = 200;

    // Only what is long enough to pass the other rules.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "0123456789", "0987654321", "12345678910", "123456789a", "a123456789", "1q2w3e4r5t", "qwertyuiop", "1qaz2wsx3edc",
        "password12", "password123", "password1234", "passw0rd123", "admin12345", "admin123456", "administrator", "wechat12345",
        "weixin12345", "woaini1314", "iloveyou123", "qwer123456", "asdf123456", "abcd123456", "abc1234567", "zhengfu123", "5201314520",
        "1122334455", "1314520520", "zxcvbnm123", "asdfghjkl1", "honghuaerji", "gongzhonghao",
    };

    /// <summary>Why it cannot be this member's password; null when it can.</summary>
    public static string? Objection(string password, string name) => password switch
    {
        { Length: < Shortest or > Longest } => StaffTexts.PasswordLength.With(Shortest, Longest),
        _ when password.Contains(name, StringComparison.OrdinalIgnoreCase) => StaffTexts.PasswordHoldsName,
        _ when Common.Contains(password) || password.Distinct().Count() < 4 => StaffTexts.PasswordCommon,
        _ => null,
    };
}

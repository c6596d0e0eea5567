using System.Security.Cryptography;

namespace WeChatBridge.Simulator;

/// <summary>
/// The accounts as configured: "Simulator:Accounts:{key}:" with the names of <see cref="SimulatedAccount"/>'s properties, and
/// "Simulator:CallbackBaseUrl" for those without a CallbackUrl. What is not given is made afresh at every start.
/// </summary>
internal static class AccountSettings
{
    public const string DefaultCallbackBaseUrl = "http://127.0.0.1:5000";

    private static readonly Dictionary<string, string> SampleNames = new(StringComparer.Ordinal)
    {
        ["zhengwu"] = "红花尔基镇政务",
        ["renda"] = "红花尔基镇人大",
    };

    public static IReadOnlyList<SimulatedAccount> Read(IConfiguration configuration)
    {
        var callbacks = new Uri(configuration["Simulator:CallbackBaseUrl"] ?? DefaultCallbackBaseUrl);
        var accounts = configuration.GetSection("Simulator:Accounts");
        List<string> configured = [.. accounts.GetChildren().Select(account => account.Key)];
        IEnumerable<string> keys = configured.Count > 0 ? configured : SampleNames.Keys;
        return [.. keys.Select(key => Account(accounts.GetSection(key), key, callbacks))];
    }

    private static SimulatedAccount Account(IConfigurationSection section, string key, Uri callbacks) => new()
    {
        Key = key,
        Name = section["Name"] ?? SampleNames.GetValueOrDefault(key, key),
        OriginalId = section["OriginalId"] ?? "gh_" + RandomNumberGenerator.GetHexString(12, lowercase: true),
        AppId = section["AppId"] ?? "wx" + RandomNumberGenerator.GetHexString(16, lowercase: true),
        AppSecret = section["AppSecret"] ?? RandomNumberGenerator.GetHexString(32, lowercase: true),
        CallbackToken = section["CallbackToken"] ?? RandomNumberGenerator.GetHexString(32, lowercase: true),
        EncodingAesKey = section["EncodingAesKey"] ?? NewAesKey(),
        Mode = section.GetValue("Mode", EncryptionMode.Safe),
        Kind = section.GetValue("Kind", AccountKind.Subscription),
        Verified = section.GetValue("Verified", true),
        CallbackUrl = section.GetValue<Uri>("CallbackUrl") ?? new Uri(callbacks, $"/callback/{key}"),
    };

    private static string NewAesKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))[..43];
}

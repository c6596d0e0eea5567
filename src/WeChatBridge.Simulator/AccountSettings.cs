using System.Security.Cryptography;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator;

/// <summary>The accounts as <see cref="SimulatorOptions"/> says they are configured.</summary>
internal static class AccountSettings
{
    public const string DefaultCallbackBaseUrl = "http://127.0.0.1:5080";

    private static readonly Dictionary<string, string> SampleNames = new(StringComparer.Ordinal)
    {
        ["zhengwu"] = "红花尔基镇政务",
        ["renda"] = "红花尔基镇人大",
    };

    public static IReadOnlyList<SimulatedAccount> Read(IConfiguration configuration)
    {
        var callbacks = Address(configuration.GetSection("Simulator:CallbackBaseUrl")) ?? new Uri(DefaultCallbackBaseUrl);
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
        EncodingAesKey = AesKey(section.GetSection("EncodingAesKey")) ?? NewAesKey(),
        Mode = Choice(section.GetSection("Mode"), EncryptionMode.Safe),
        Kind = Choice(section.GetSection("Kind"), AccountKind.Subscription),
        Verified = YesOrNo(section.GetSection("Verified")) ?? true,
        CallbackUrl = Address(section.GetSection("CallbackUrl")) ?? new Uri(callbacks, $"/callback/{key}"),
    };

    private static Uri? Address(IConfigurationSection setting) =>
        setting.Value is null ? null
        : Uri.TryCreate(setting.Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw Wrong(setting, "应为 http:// 或 https:// 开头的地址");

    private static bool? YesOrNo(IConfigurationSection setting) =>
        setting.Value is null ? null
        : bool.TryParse(setting.Value, out var yes) ? yes
        : throw Wrong(setting, "应为 true 或 false");

    private static TChoice Choice<TChoice>(IConfigurationSection setting, TChoice otherwise)
        where TChoice : struct, Enum =>
        setting.Value is null ? otherwise
        : Enum.TryParse<TChoice>(setting.Value, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen
        : throw Wrong(setting, "应为 " + string.Join("、", Enum.GetNames<TChoice>()));

    private static string? AesKey(IConfigurationSection setting)
    {
        try
        {
            _ = setting.Value is null ? null : new MessageSeal(setting.Value, "");
            return setting.Value;
        }
        catch (SealException)
        {
            throw Wrong(setting, "应为 43 个字符的 EncodingAESKey");
        }
    }

    private static InvalidOperationException Wrong(IConfigurationSection setting, string rule) => new($"配置项 {setting.Path} 不对：{rule}。");

    private static string NewAesKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))[..43];
}

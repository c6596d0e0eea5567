using WeChatBridge.Simulator;

namespace WeChatBridge.Tests.Worlds;

/// <summary>One account as both sides are told of it; its keys are samples, the same in every run.</summary>
internal sealed record SampleAccount(string Key, string Name, EncryptionMode Mode)
{
    public static IReadOnlyList<SampleAccount> Both { get; } =
    [
        new("zhengwu", "红花尔基镇政务", EncryptionMode.Safe),
        new("renda", "红花尔基镇人大", EncryptionMode.Compatible),
    ];

    public string OriginalId => $"gh_sample{Key}";

    public string AppId => $"wxsample{Key}";

    public string AppSecret => $"SampleSecretOf{Key}";

    public string CallbackToken => $"SampleTokenOf{Key}";

    public string EncodingAesKey => $"SampleEncodingAesKeyOf{Key}".PadRight(43, '0');

    public IEnumerable<KeyValuePair<string, string?>> Configuration() => new Dictionary<string, string?>
    {
        [$"Accounts:{Key}:Name"] = Name,
        [$"Accounts:{Key}:OriginalId"] = OriginalId,
        [$"Accounts:{Key}:AppId"] = AppId,
        [$"Accounts:{Key}:AppSecret"] = AppSecret,
        [$"Accounts:{Key}:CallbackToken"] = CallbackToken,
        [$"Accounts:{Key}:EncodingAesKey:Current"] = EncodingAesKey,
        [$"Accounts:{Key}:EncryptionMode"] = Mode.ToString(),
    };

    public SimulatedAccount Simulated() => new()
    {
        Key = Key,
        Name = Name,
        OriginalId = OriginalId,
        AppId = AppId,
        AppSecret = AppSecret,
        CallbackToken = CallbackToken,
        EncodingAesKey = EncodingAesKey,
        Mode = Mode,
        CallbackUrl = new Uri($"http://bridge.test/callback/{Key}"),
    };
}

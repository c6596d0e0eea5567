using System.Security.Cryptography;
using WeChatBridge.Simulator;
using EncryptionMode = WeChatBridge.WeChat.Callbacks.EncryptionMode;

namespace WeChatBridge.Demo;

/// <summary>One account of the demo with keys made for this run only; both sides get them from here.</summary>
internal sealed record DemoAccount(string Key, string Name, EncryptionMode Mode)
{
    private readonly string _originalId = "gh_" + Hex(6);
    private readonly string _appId = "wx" + Hex(8);
    private readonly string _appSecret = Hex(16);
    private readonly string _callbackToken = Hex(12);
    private readonly string _encodingAesKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=');

    public IEnumerable<KeyValuePair<string, string?>> Configuration() => new Dictionary<string, string?>
    {
        [$"Accounts:{Key}:Name"] = Name,
        [$"Accounts:{Key}:OriginalId"] = _originalId,
        [$"Accounts:{Key}:AppId"] = _appId,
        [$"Accounts:{Key}:AppSecret"] = _appSecret,
        [$"Accounts:{Key}:CallbackToken"] = _callbackToken,
        [$"Accounts:{Key}:EncodingAesKey:Current"] = _encodingAesKey,
        [$"Accounts:{Key}:EncryptionMode"] = Mode.ToString(),
    };

    public SimulatedAccount Simulated(Uri bridge) => new()
    {
        Key = Key,
        Name = Name,
        OriginalId = _originalId,
        AppId = _appId,
        AppSecret = _appSecret,
        CallbackToken = _callbackToken,
        EncodingAesKey = _encodingAesKey,
        Mode = Enum.Parse<Simulator.EncryptionMode>(Mode.ToString()),
        CallbackUrl = new Uri(bridge, $"/callback/{Key}"),
    };

    /// <summary>Keys are never written out, whoever formats the record.</summary>
    public override string ToString() => $"DemoAccount({Key})";

    private static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}

using WeChatBridge.WeChat.Callbacks;

namespace WeChatBridge.Demo;

/// <summary>Which encryption mode each account of the demo runs in.</summary>
internal sealed record DemoModes(EncryptionMode Zhengwu, EncryptionMode Renda)
{
    private static readonly DemoModes Default = new(EncryptionMode.Safe, EncryptionMode.Compatible);

    /// <summary>Reads <c>safe</c> (both) or <c>renda=plain</c> (one), the later winning; null when one is not understood.</summary>
    public static DemoModes? Read(IReadOnlyList<string> words)
    {
        DemoModes? modes = Default;
        foreach (var word in words)
        {
            modes = modes?.With(word);
        }

        return modes;
    }

    private DemoModes? With(string word)
    {
        var parts = word.Split('=', 2);
        if (!Enum.TryParse<EncryptionMode>(parts[^1], ignoreCase: true, out var mode) || !Enum.IsDefined(mode))
        {
            return null;
        }

        return (parts.Length == 1 ? "both" : parts[0]) switch
        {
            "both" => new DemoModes(mode, mode),
            "zhengwu" => this with { Zhengwu = mode },
            "renda" => this with { Renda = mode },
            _ => null,
        };
    }
}

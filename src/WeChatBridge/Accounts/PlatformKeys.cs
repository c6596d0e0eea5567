using WeChatBridge.Texts;
using WeChatBridge.WeChat.Callbacks;

namespace WeChatBridge.Accounts;

/// <summary>Everything needed to talk with the platform for one account; there is no half of it.</summary>
internal sealed record PlatformKeys
{
    private const int ShortestToken = 3;
    private const int LongestToken = 32;

    public required string OriginalId { get; init; }

    public required string AppId { get; init; }

    public required string AppSecret { get; init; }

    public required string CallbackToken { get; init; }

    public required EncryptionMode Mode { get; init; }

    /// <summary>Null in plain mode only.</summary>
    public required MessageCipher? Cipher { get; init; }

    /// <summary>Keys are never written out, whoever formats the record.</summary>
    public override string ToString() => $"PlatformKeys({AppId})";

    /// <summary>Reads the keys of one account; null when none is given, which means "not configured".</summary>
    /// <exception cref="ConfigurationRefusedException">Some are given but not all, or one is malformed.</exception>
    public static PlatformKeys? Read(string accountKey, AccountOptions options)
    {
        (string Name, string? Value)[] required =
        [
            ("OriginalId", options.OriginalId),
            ("AppId", options.AppId),
            ("AppSecret", options.AppSecret),
            ("CallbackToken", options.CallbackToken),
            ("EncodingAesKey:Current", options.EncodingAesKey.Current),
        ];
        if (required.All(part => string.IsNullOrWhiteSpace(part.Value)) && string.IsNullOrWhiteSpace(options.EncodingAesKey.Previous))
        {
            return null;
        }

        var needsCipher = options.EncryptionMode != EncryptionMode.Plain;
        var missing = required.Where(part => string.IsNullOrWhiteSpace(part.Value))
            .Where(part => needsCipher || part.Name != "EncodingAesKey:Current")
            .Select(part => PathOf(accountKey, part.Name)).ToList();
        if (missing.Count > 0)
        {
            throw new ConfigurationRefusedException(
                StaffTexts.AccountHalfConfigured.With(options.Name ?? accountKey, string.Join("、", missing)));
        }

        return new PlatformKeys
        {
            OriginalId = options.OriginalId!.Trim(),
            AppId = options.AppId!.Trim(),
            AppSecret = options.AppSecret!.Trim(),
            CallbackToken = ReadToken(accountKey, options.CallbackToken!.Trim()),
            Mode = options.EncryptionMode,
            Cipher = needsCipher ? ReadCipher(accountKey, options) : null,
        };
    }

    private static string ReadToken(string accountKey, string token) =>
        token.Length is >= ShortestToken and <= LongestToken && token.All(char.IsAsciiLetterOrDigit)
            ? token
            : throw new ConfigurationRefusedException(StaffTexts.CallbackTokenMalformed.With(PathOf(accountKey, "CallbackToken")));

    private static MessageCipher ReadCipher(string accountKey, AccountOptions options) => new(
        options.AppId!.Trim(),
        ReadAesKey(PathOf(accountKey, "EncodingAesKey:Current"), options.EncodingAesKey.Current)!,
        ReadAesKey(PathOf(accountKey, "EncodingAesKey:Previous"), options.EncodingAesKey.Previous));

    private static EncodingAesKey? ReadAesKey(string path, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return EncodingAesKey.TryParse(text.Trim(), out var key)
            ? key
            : throw new ConfigurationRefusedException(StaffTexts.EncodingAesKeyMalformed.With(path));
    }

    private static string PathOf(string accountKey, string name) => $"{AccountOptions.Section}:{accountKey}:{name}";
}

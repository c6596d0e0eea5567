using System.Diagnostics.CodeAnalysis;

namespace WeChatBridge.WeChat.Callbacks;

/// <summary>What became of a ciphertext: its plaintext and the key that opened it, or a refusal.</summary>
public sealed record OpenedCipher
{
    private OpenedCipher()
    {
    }

    /// <summary>Why it was not opened; null when it was.</summary>
    public CipherRefusal? Refusal { get; private init; }

    /// <summary>The message, usually XML in UTF-8; empty when refused.</summary>
    public ReadOnlyMemory<byte> Plaintext { get; private init; }

    /// <summary>The key that opened it, which also seals the reply: while keys change, the platform may still use the old one.</summary>
    public EncodingAesKey? Key { get; private init; }

    /// <summary>Whether <see cref="Plaintext"/> and <see cref="Key"/> are there.</summary>
    [MemberNotNullWhen(true, nameof(Key))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOpen => Key is not null;

    internal static OpenedCipher Refused(CipherRefusal refusal) => new() { Refusal = refusal };

    internal static OpenedCipher With(EncodingAesKey key, ReadOnlyMemory<byte> plaintext) => new() { Key = key, Plaintext = plaintext };
}

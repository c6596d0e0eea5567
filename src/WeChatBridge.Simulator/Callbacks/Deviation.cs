namespace WeChatBridge.Simulator.Callbacks;

/// <summary>A deliberate fault in a delivery: what a stranger, a wrong setting or a broken sender would send.</summary>
public sealed record Deviation
{
    public static readonly Deviation None = new();

    /// <summary>Another mode than the account's.</summary>
    public EncryptionMode? Mode { get; init; }

    /// <summary>Signatures made without knowing the token.</summary>
    public bool WrongSignature { get; init; }

    /// <summary>Another key than the account's.</summary>
    public string? EncodingAesKey { get; init; }

    /// <summary>Another AppID inside the sealed frame.</summary>
    public string? AppId { get; init; }

    /// <summary>Another account's original id.</summary>
    public string? ToUserName { get; init; }

    /// <summary>These characters in the clear instead of the message; they are signed, and sealed as the mode demands.</summary>
    public string? ClearBody { get; init; }

    /// <summary>These characters as the whole request body, whatever the mode.</summary>
    public string? RawBody { get; init; }
}

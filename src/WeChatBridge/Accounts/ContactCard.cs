namespace WeChatBridge.Accounts;

/// <summary>How to reach a person (联系方式): what a follower is told when the machine has no answer.</summary>
internal sealed record ContactCard
{
    public static readonly ContactCard Empty = new();

    /// <summary>Whose telephone it is.</summary>
    public string Office { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Address { get; init; } = "";

    public string Hours { get; init; } = "";

    /// <summary>The document that states it, where staff have not confirmed it as current: it is then shown as that document's word.</summary>
    public string StatedIn { get; init; } = "";

    /// <summary>True where the office itself gave it, in the configuration or by staff, and not an old document.</summary>
    public bool IsConfirmed => !IsEmpty && StatedIn.Length == 0;

    public bool IsEmpty => this == Empty;
}

using System.Text.Json.Serialization;

namespace WeChatBridge.Accounts;

/// <summary>How to reach a person (联系方式): what a follower is told when the machine has no answer.</summary>
internal sealed record ContactCard
{
    public static readonly ContactCard Empty = new();

    /// <summary>So long a line of it may be, in characters: the whole card stands under other words of one reply.</summary>
    public const int LongestLine = 60;

    /// <summary>Whose telephone it is.</summary>
    public string Office { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Address { get; init; } = "";

    public string Hours { get; init; } = "";

    /// <summary>The document that states it, where staff have not confirmed it as current: it is then shown as that document's word.</summary>
    public string StatedIn { get; init; } = "";

    /// <summary>
    /// Whether the office stands behind it today: configured, or confirmed by staff. It then comes before any phone an old report states.
    /// </summary>
    [JsonIgnore]
    public bool IsConfirmed { get; init; }

    /// <summary>Whether a line of it can be shown: short, and one line.</summary>
    public static bool CanShow(string line) => line.Length <= LongestLine && !line.Any(char.IsControl);

    [JsonIgnore]
    public bool IsEmpty => this with { IsConfirmed = false } == Empty;
}

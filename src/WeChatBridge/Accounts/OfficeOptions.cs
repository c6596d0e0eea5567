namespace WeChatBridge.Accounts;

/// <summary>The office itself (configuration section <c>Office</c>).</summary>
internal sealed record OfficeOptions
{
    public const string Section = "Office";

    /// <summary>When it is open on a working day, in the office's zone.</summary>
    public string Hours { get; init; } = "08:30-17:30";
}

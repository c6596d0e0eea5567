using WeChatBridge.Texts;

namespace WeChatBridge.Publishing;

/// <summary>When what is due goes out (configuration section <c>Publishing</c>).</summary>
internal sealed record PublishingOptions
{
    public const string Section = "Publishing";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>By how much a due time may be missed, the service having been down for example; later, a person is asked.</summary>
    public TimeSpan LateLimit { get; init; } = TimeSpan.FromHours(2);

    /// <exception cref="ConfigurationRefusedException">A value is out of its range.</exception>
    public PublishingOptions Checked() => LateLimit > TimeSpan.Zero && LateLimit <= Longest
        ? this
        : throw new ConfigurationRefusedException(SendingTexts.LateLimitOutOfRange.With($"{Section}:{nameof(LateLimit)}", LateLimit));
}

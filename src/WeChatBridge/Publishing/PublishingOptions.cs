using WeChatBridge.Texts;

namespace WeChatBridge.Publishing;

/// <summary>When what is due goes out (configuration section <c>Publishing</c>).</summary>
internal sealed record PublishingOptions
{
    public const string Section = "Publishing";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestPreview = TimeSpan.FromMinutes(5);

    /// <summary>By how much a due time may be missed, the service having been down for example; later, a person is asked.</summary>
    public TimeSpan LateLimit { get; init; } = TimeSpan.FromHours(2);

    /// <summary>When followers should not be disturbed, in the office's zone; empty where there are no such hours.</summary>
    public string QuietHours { get; init; } = "22:00-07:00";

    /// <summary>Two sendings of one account closer to each other than this are pointed out.</summary>
    public TimeSpan MinimumGap { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>When an account has sent its followers nothing for too long.</summary>
    public Scheduling.SilenceOptions Silence { get; init; } = new();

    /// <summary>
    /// How long a preview can be opened on the phone it was shown on: it dies with its draft, which lies in the draft box until then.
    /// </summary>
    public TimeSpan PreviewLifetime { get; init; } = TimeSpan.FromHours(2);

    /// <exception cref="ConfigurationRefusedException">A value is out of its range.</exception>
    public PublishingOptions Checked()
    {
        if (LateLimit <= TimeSpan.Zero || LateLimit > Longest)
        {
            throw new ConfigurationRefusedException(SendingTexts.LateLimitOutOfRange.With($"{Section}:{nameof(LateLimit)}", LateLimit));
        }

        if (MinimumGap < TimeSpan.Zero || MinimumGap > Longest)
        {
            throw new ConfigurationRefusedException(PublishingTexts.TimeOutOfBounds.With($"{Section}:{nameof(MinimumGap)}", MinimumGap));
        }

        Silence.Checked($"{Section}:{nameof(Silence)}");
        if (PreviewLifetime < ShortestPreview || PreviewLifetime > Longest)
        {
            throw new ConfigurationRefusedException(
                PublishingTexts.PreviewLifetimeOutOfRange.With($"{Section}:{nameof(PreviewLifetime)}", PreviewLifetime));
        }

        return Scheduling.QuietHours.TryParse(QuietHours, out _)
            ? this
            : throw new ConfigurationRefusedException(PublishingTexts.QuietHoursMalformed.With($"{Section}:{nameof(QuietHours)}", QuietHours));
    }
}

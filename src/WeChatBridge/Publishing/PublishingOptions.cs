using WeChatBridge.Texts;

namespace WeChatBridge.Publishing;

/// <summary>When what is due goes out (configuration section <c>Publishing</c>).</summary>
internal sealed record PublishingOptions
{
    public const string Section = "Publishing";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>By how much a due time may be missed, the service having been down for example; later, a person is asked.</summary>
    public TimeSpan LateLimit { get; init; } = TimeSpan.FromHours(2);

    /// <summary>When followers should not be disturbed, in the office's zone; empty where there are no such hours.</summary>
    public string QuietHours { get; init; } = "22:00-07:00";

    /// <summary>Two sendings of one account closer to each other than this are pointed out.</summary>
    public TimeSpan MinimumGap { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>When an account has sent its followers nothing for too long.</summary>
    public Scheduling.SilenceOptions Silence { get; init; } = new();

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
        return Scheduling.QuietHours.TryParse(QuietHours, out _)
            ? this
            : throw new ConfigurationRefusedException(PublishingTexts.QuietHoursMalformed.With($"{Section}:{nameof(QuietHours)}", QuietHours));
    }
}

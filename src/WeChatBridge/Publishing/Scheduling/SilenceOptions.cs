using System.Globalization;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// After how many natural days without anything new for followers an account is too silent (configuration section
/// <c>Publishing:Silence</c>). The limits are the inspections' (政府网站与政务新媒体检查指标), which places set for themselves.
/// </summary>
internal sealed record SilenceOptions
{
    private const int Longest = 365;

    /// <summary>When those who schedule are told; ascending numbers of days, joined by commas.</summary>
    public string NoticeDays { get; init; } = "7, 10, 13";

    /// <summary>The stricter limit some places set.</summary>
    public int StrictLimit { get; init; } = 10;

    /// <summary>The limit of the quarterly inspection (两周).</summary>
    public int Limit { get; init; } = 14;

    /// <exception cref="ConfigurationRefusedException">Days are out of bounds, not numbers, or not ascending.</exception>
    public SilenceOptions Checked(string section)
    {
        if (Days() is not { Count: > 0 } days || days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second) || !days.All(IsPossible))
        {
            throw new ConfigurationRefusedException(
                PublishingTexts.NoticeDaysMalformed.With($"{section}:{nameof(NoticeDays)}", Longest, NoticeDays));
        }

        return IsPossible(StrictLimit) && IsPossible(Limit) && StrictLimit <= Limit
            ? this
            : throw new ConfigurationRefusedException(PublishingTexts.SilenceLimitsMalformed.With(
                $"{section}:{nameof(StrictLimit)}", $"{section}:{nameof(Limit)}", Longest, StrictLimit, Limit));
    }

    /// <summary>The last of the days to tell on that a silence has reached; null where it has reached none.</summary>
    public int? ReachedBy(Silence silence) => Days()?.Where(days => silence.Days >= days).Select(days => (int?)days).LastOrDefault();

    /// <summary>Null where they cannot be read.</summary>
    private IReadOnlyList<int>? Days()
    {
        var numbers = NoticeDays.Split(',', StringSplitOptions.TrimEntries)
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : (int?)null).ToList();
        return numbers.TrueForAll(days => days is not null) ? [.. numbers.Select(days => days!.Value)] : null;
    }

    private static bool IsPossible(int days) => days is > 0 and <= Longest;
}

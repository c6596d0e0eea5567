using WeChatBridge.Texts;

namespace WeChatBridge.Accounts;

/// <summary>How long what is kept (configuration section <c>Retention</c>), in days.</summary>
internal sealed record RetentionOptions
{
    public const string Section = "Retention";

    private const int Shortest = 1;
    private const int Longest = 3650;

    // A publication whose outcome nobody knows is looked up for a day; by then its report must not be gone.
    private const int ShortestOfOutcomes = 7;

    /// <summary>Questions with their answers; after that they are deleted.</summary>
    public int QuestionDays { get; init; } = 180;

    /// <summary>Files that nothing refers to any more.</summary>
    public int UnusedFileDays { get; init; } = 30;

    /// <summary>What the platform told of sendings that are none of ours.</summary>
    public int UnmatchedOutcomeDays { get; init; } = 30;

    /// <exception cref="ConfigurationRefusedException">A number of days is out of bounds: 0 would delete what was just asked.</exception>
    public static RetentionOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Bind<RetentionOptions>();
        foreach (var (name, days, shortest) in new[]
        {
            (nameof(QuestionDays), options.QuestionDays, Shortest), (nameof(UnusedFileDays), options.UnusedFileDays, Shortest),
            (nameof(UnmatchedOutcomeDays), options.UnmatchedOutcomeDays, ShortestOfOutcomes),
        })
        {
            if (days < shortest || days > Longest)
            {
                throw new ConfigurationRefusedException(StaffTexts.RetentionTooShort.With($"{Section}:{name}", shortest, Longest, days));
            }
        }

        return options;
    }
}

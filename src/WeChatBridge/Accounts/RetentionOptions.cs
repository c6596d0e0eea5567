namespace WeChatBridge.Accounts;

/// <summary>How long what is kept (configuration section <c>Retention</c>), in days.</summary>
internal sealed record RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Questions with their answers; after that they are deleted.</summary>
    public int QuestionDays { get; init; } = 180;
}

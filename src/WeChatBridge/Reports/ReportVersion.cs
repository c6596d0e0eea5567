namespace WeChatBridge.Reports;

/// <summary>A report as it was submitted for confirmation once (版本): its text and these facts.</summary>
internal sealed class ReportVersion
{
    private ReportVersion()
    {
    }

    public long Id { get; private set; }

    public long ReportId { get; private set; }

    /// <summary>Counted from 1 within the report.</summary>
    public int Number { get; private set; }

    public ReportFacts Facts { get; private set; } = new();

    public string ContentHash { get; private set; } = "";

    public string WrittenBy { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }

    public static ReportVersion Of(int number, ReportFacts facts, string contentHash, string by, DateTimeOffset at) =>
        new() { Number = number, Facts = facts, ContentHash = contentHash, WrittenBy = by, WrittenAt = at };
}

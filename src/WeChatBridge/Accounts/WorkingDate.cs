using WeChatBridge.Texts;

namespace WeChatBridge.Accounts;

/// <summary>The end of a period counted in working days.</summary>
/// <param name="Date">The last day of the period.</param>
/// <param name="IsEstimated">
/// Whether the count went through a year whose holidays are not known yet: it then knows weekends only and must say so.
/// </param>
internal readonly record struct WorkingDate(DateOnly Date, bool IsEstimated)
{
    /// <summary>What must stand beside the date wherever it is shown; empty when it is certain.</summary>
    public string Caveat => IsEstimated ? StaffTexts.DateEstimated : "";

    public string Written() => IsEstimated ? $"{OfficeTime.Write(Date)}（{Caveat}）" : OfficeTime.Write(Date);
}

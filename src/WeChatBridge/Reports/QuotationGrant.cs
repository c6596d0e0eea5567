namespace WeChatBridge.Reports;

/// <summary>Leave for another account to quote a report; its answers then name the body that issued it.</summary>
internal sealed class QuotationGrant(string accountKey)
{
    public long ReportId { get; private set; }

    public string AccountKey { get; private set; } = accountKey;
}

namespace WeChatBridge.Reports;

/// <summary>Leave for another account to quote a report; its answers then name the body that issued it.</summary>
/// <param name="AccountKey">Which account.</param>
/// <param name="GrantedAt">When: a grant given anew after it was taken back is another one, and is confirmed anew.</param>
internal sealed record QuotationGrant(string AccountKey, DateTimeOffset GrantedAt)
{
    /// <summary>In whole milliseconds: the store keeps no finer ones, and the hash of a version must survive the round trip.</summary>
    public static QuotationGrant Of(string accountKey, DateTimeOffset at) =>
        new(accountKey, DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()));
}

/// <summary>Leave taken back. It holds at once, whatever version is answered from.</summary>
internal sealed record QuotationRevocation(string AccountKey, DateTimeOffset RevokedAt)
{
    public bool Ends(QuotationGrant grant) => grant.AccountKey == AccountKey && grant.GrantedAt <= RevokedAt;
}

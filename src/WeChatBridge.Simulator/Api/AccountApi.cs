namespace WeChatBridge.Simulator.Api;

/// <summary>What the API keeps for one account.</summary>
public sealed class AccountApi
{
    internal AccountApi(PlatformAccount account)
    {
        Account = account;
    }

    public PlatformAccount Account { get; }
}

using WeChatBridge.Accounts;

namespace WeChatBridge.Answers.Conversations;

/// <summary>All that can be led to: sections, contents of reports, rules.</summary>
internal sealed class Destinations(IEnumerable<IDestination> all)
{
    private readonly IDestination[] _all = [.. all];

    /// <summary>What stands there; null where it leads nowhere, or no longer.</summary>
    public Answer? Follow(ServedAccount account, string leads, int from = 0) =>
        _all.Select(destination => destination.Follow(account, leads, from)).FirstOrDefault(answer => answer is not null);
}

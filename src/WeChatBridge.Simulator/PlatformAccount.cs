using System.Collections.Concurrent;
using WeChatBridge.Simulator.Api;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator;

/// <summary>An account as it lives on the platform: what its owner set, who follows it, and what the API keeps for it.</summary>
public sealed class PlatformAccount
{
    private readonly ConcurrentDictionary<string, Follower> _followers = new(StringComparer.Ordinal);

    internal PlatformAccount(SimulatedAccount settings, SimulatedPlatform platform)
    {
        Settings = settings;
        Platform = platform;
        Api = new AccountApi(this);
    }

    public SimulatedAccount Settings { get; }

    public SimulatedPlatform Platform { get; }

    /// <summary>The API's side of the account: tokens, drafts, menu, quotas.</summary>
    public AccountApi Api { get; }

    /// <summary>Everyone who ever met the account, followers and those who left.</summary>
    public IReadOnlyCollection<Follower> Followers => [.. _followers.Values];

    /// <summary>The person with this OpenID; at the first mention, someone who follows the account already.</summary>
    public Follower Follower(string openId) => _followers.GetOrAdd(openId, id => new Follower(this, id));

    /// <summary>The person with this 微信号, or null if nobody the account ever met has it; the platform takes no notice of case.</summary>
    public Follower? FindByWeChatName(string name) => _followers.Values.FirstOrDefault(
        person => person.WeChatName.Length > 0 && person.WeChatName.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The person with this OpenID, or null if the account never met them.</summary>
    public Follower? FindFollower(string openId) => _followers.GetValueOrDefault(openId);
}

using System.Collections.Immutable;

namespace WeChatBridge.Simulator.Api.Tokens;

/// <summary>What the owner set in the console (开发者平台) about who may fetch tokens.</summary>
public sealed class AccessRules
{
    /// <summary>The IP whitelist (IP白名单); null plays a platform that does not look, empty one that lets nobody in.</summary>
    public ImmutableArray<string>? AddressList { get; set; }

    /// <summary>Freezing the AppSecret makes token calls answer 40243; tokens already out keep working.</summary>
    public bool SecretFrozen { get; set; }

    internal bool Admits(string address) => AddressList is not { } list || list.Contains(address);
}

namespace WeChatBridge.Simulator;

/// <summary>What a host that embeds the simulator decides.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The accounts to play; empty: those of the configuration, or else two sample accounts with freshly made keys.</summary>
    public IReadOnlyList<SimulatedAccount> Accounts { get; init; } = [];

    /// <summary>Makes the handler callbacks are posted through, for example a test server's; the default opens connections.</summary>
    public Func<HttpMessageHandler>? CallbackHandler { get; init; }
}

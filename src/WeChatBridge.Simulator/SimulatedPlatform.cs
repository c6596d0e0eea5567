using WeChatBridge.Simulator.Callbacks;

namespace WeChatBridge.Simulator;

/// <summary>The platform's world: its accounts with their followers, its clock, its faults, and the ledger of what happened.</summary>
public sealed class SimulatedPlatform : IDisposable
{
    private readonly Dictionary<string, PlatformAccount> _accounts;

    public SimulatedPlatform(IReadOnlyList<SimulatedAccount> accounts, Func<HttpMessageHandler>? callbackHandler = null)
    {
        Clock = new PlatformClock();
        Ledger = new Ledger(Clock);
        Faults = new PlatformFaults();
        Delivery = new CallbackDelivery(Clock, Ledger, callbackHandler);
        _accounts = accounts.ToDictionary(account => account.Key, account => new PlatformAccount(account, this), StringComparer.Ordinal);
    }

    public PlatformClock Clock { get; }

    public Ledger Ledger { get; }

    public PlatformFaults Faults { get; }

    /// <summary>Brings messages and events to the accounts' callbacks.</summary>
    public CallbackDelivery Delivery { get; }

    public IReadOnlyCollection<PlatformAccount> Accounts => _accounts.Values;

    public PlatformAccount Account(string key) =>
        FindAccount(key) ?? throw new ArgumentException($"The simulator plays no account \"{key}\".", nameof(key));

    public PlatformAccount? FindAccount(string key) => _accounts.GetValueOrDefault(key);

    public void Dispose() => Delivery.Dispose();
}

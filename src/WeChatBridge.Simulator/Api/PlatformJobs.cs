using System.Collections.Immutable;
using WeChatBridge.Simulator.Callbacks;

namespace WeChatBridge.Simulator.Api;

/// <summary>What the platform does later on its own clock, and the events it sends when it is done.</summary>
public sealed class PlatformJobs
{
    private readonly SimulatedPlatform _platform;
    private readonly Lock _gate;
    private ImmutableList<Task<DeliveryReport>> _deliveries = [];
    private int _toLose;

    internal PlatformJobs(SimulatedPlatform platform, Lock gate)
    {
        _platform = platform;
        _gate = gate;
    }

    /// <summary>Waits until every event sent so far was answered or given up; their reports, oldest first.</summary>
    public async Task<IReadOnlyList<DeliveryReport>> EventsDeliveredAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_deliveries).WaitAsync(cancellationToken);

    /// <summary>The next events never reach the account's server: nobody repeats what was lost on the way.</summary>
    public void LoseNextEvents(int count) => Interlocked.Add(ref _toLose, count);

    /// <summary>Does the work when the time has passed; the event it returns, if any, goes to the account's callback.</summary>
    internal void After(TimeSpan wait, Func<CallbackMessage?> work)
    {
        ITimer? timer = null;
        timer = _platform.Clock.CreateTimer(_ => Finish(work, timer), null, wait, Timeout.InfiniteTimeSpan);
    }

    // Never under the gate: the account's server may call the API before it answers.
    internal void Send(CallbackMessage message)
    {
        if (Interlocked.Decrement(ref _toLose) >= 0)
        {
            Lose(message);
            return;
        }

        Interlocked.Increment(ref _toLose);
        var delivery = _platform.Delivery.DeliverAsync(message, CancellationToken.None);
        ImmutableInterlocked.Update(ref _deliveries, deliveries => deliveries.Add(delivery));
    }

    private void Lose(CallbackMessage message) => _platform.Ledger.Append(new LedgerEntry
    {
        Account = message.Account.Settings.Key,
        Follower = message.FromUserName,
        Direction = LedgerDirection.Sent,
        Kind = LedgerKinds.Event,
        Path = message.Account.Settings.CallbackUrl.AbsolutePath,
        Summary = message.Kind,
        Outcome = "lost",
    });

    private void Finish(Func<CallbackMessage?> work, ITimer? timer)
    {
        timer?.Dispose();
        CallbackMessage? message;
        lock (_gate)
        {
            message = work();
        }

        if (message is not null)
        {
            Send(message);
        }
    }
}

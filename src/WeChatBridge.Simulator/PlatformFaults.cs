namespace WeChatBridge.Simulator;

/// <summary>The faults that wait for their call, first come first served.</summary>
public sealed class PlatformFaults
{
    private readonly Lock _gate = new();
    private readonly List<PlatformFault> _waiting = [];
    private long _lastId;

    public IReadOnlyList<PlatformFault> Waiting
    {
        get
        {
            lock (_gate)
            {
                return [.. _waiting];
            }
        }
    }

    public PlatformFault Add(PlatformFault fault)
    {
        lock (_gate)
        {
            // A right stays withdrawn until someone gives it back; the other faults count their calls.
            var numbered = fault with { Id = ++_lastId, Times = fault.Kind == FaultKind.RightWithdrawn ? null : fault.Times };
            _waiting.Add(numbered);
            return numbered;
        }
    }

    public bool Remove(long id)
    {
        lock (_gate)
        {
            return _waiting.RemoveAll(fault => fault.Id == id) > 0;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    /// <summary>The first fault that concerns this call, counted down; null if the call goes well.</summary>
    public PlatformFault? Take(string? account, string path)
    {
        lock (_gate)
        {
            var index = _waiting.FindIndex(fault => (fault.Account is null || fault.Account == account)
                && (fault.Path is null || path.StartsWith(fault.Path, StringComparison.Ordinal)));
            if (index < 0)
            {
                return null;
            }

            var taken = _waiting[index];
            if (taken.Times is > 1)
            {
                _waiting[index] = taken with { Times = taken.Times - 1 };
            }
            else if (taken.Times is not null)
            {
                _waiting.RemoveAt(index);
            }

            return taken;
        }
    }
}

namespace WeChatBridge.Simulator;

/// <summary>Everything the platform was asked and everything it sent, in order; entries are only ever added.</summary>
public sealed class Ledger(PlatformClock clock)
{
    private readonly Lock _gate = new();
    private readonly List<LedgerEntry> _entries = [];
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A copy of the ledger as it stands.</summary>
    public IReadOnlyList<LedgerEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Adds an entry; its number and time are given here.</summary>
    public LedgerEntry Append(LedgerEntry entry)
    {
        lock (_gate)
        {
            var numbered = entry with { Sequence = _entries.Count + 1, At = clock.GetUtcNow() };
            _entries.Add(numbered);
            _grown.TrySetResult();
            _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return numbered;
        }
    }

    /// <summary>The first entry that fits, as soon as it is there.</summary>
    public async Task<LedgerEntry> WaitForAsync(Func<LedgerEntry, bool> fits, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task grown;
            lock (_gate)
            {
                if (_entries.Find(entry => fits(entry)) is { } found)
                {
                    return found;
                }

                grown = _grown.Task;
            }

            await grown.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The entries that match every condition given; a path matches by its beginning.</summary>
    public IReadOnlyList<LedgerEntry> Find(
        string? account = null,
        LedgerDirection? direction = null,
        string? kind = null,
        string? path = null,
        string? follower = null,
        long after = 0) =>
        [.. Entries.Where(entry => entry.Sequence > after
            && (account is null || entry.Account == account)
            && (direction is null || entry.Direction == direction)
            && (kind is null || entry.Kind == kind)
            && (follower is null || entry.Follower == follower)
            && (path is null || entry.Path.StartsWith(path, StringComparison.Ordinal)))];
}

namespace WeChatBridge.Simulator;

/// <summary>
/// The platform's time: the machine's, or one moved by hand. Timers belong to the clock, so a repetition "after 5 s" comes when this
/// clock says so. Time never runs backwards: back on real time, the hours added by hand stay added.
/// </summary>
public sealed partial class PlatformClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<PlatformTimer> _timers = [];
    private readonly TimeProvider _machine;
    private TimeSpan _ahead;
    private DateTimeOffset? _standing;
    private DateTimeOffset _movingTo;
    private TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PlatformClock()
        : this(System)
    {
    }

    public PlatformClock(TimeProvider machine)
    {
        _machine = machine;
    }

    public bool IsManual
    {
        get
        {
            lock (_gate)
            {
                return _standing is not null;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return NowLocked();
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Stops the clock, at the given time if it is not in the past; nothing fires on the way there.</summary>
    public void StandStill(DateTimeOffset? at = null)
    {
        lock (_gate)
        {
            var now = NowLocked();
            _standing = at > now ? at.Value.ToUniversalTime() : now;
            _timers.ForEach(timer => timer.Hold());
        }
    }

    /// <summary>Lets time pass by itself again, from where the clock stands.</summary>
    public void RunFree()
    {
        lock (_gate)
        {
            if (_standing is not { } now)
            {
                return;
            }

            _ahead = now - _machine.GetUtcNow();
            _standing = null;
            _timers.ForEach(timer => timer.Release(now));
        }
    }

    /// <summary>
    /// Moves the standing clock on and fires, in their order, the timers that fall due on the way. The hand is quicker than any server:
    /// one that is asked on the way has its five seconds from where the hand stops.
    /// </summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        DateTimeOffset end;
        lock (_gate)
        {
            end = (_standing ?? throw new InvalidOperationException("The clock runs by itself; make it stand still first.")) + by;
            _movingTo = end;
        }

        while (StepTo(end) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Completes once some timer is set: a test knows then that what it waits for is itself waiting for the clock.</summary>
    public Task TimerSetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _timers.Exists(timer => timer.DueAt is not null) ? Task.CompletedTask : _timerSet.Task.WaitAsync(cancellationToken);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new PlatformTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>How long to wait for a server that is asked now and may take the given time.</summary>
    internal TimeSpan PatienceFor(TimeSpan time)
    {
        lock (_gate)
        {
            var now = NowLocked();
            return _movingTo > now ? _movingTo - now + time : time;
        }
    }

    private PlatformTimer? StepTo(DateTimeOffset end)
    {
        lock (_gate)
        {
            if (_standing is not { } now)
            {
                return null;
            }

            var next = _timers.Where(timer => timer.DueAt <= end).MinBy(timer => timer.DueAt);
            if (next is null)
            {
                _standing = end > now ? end : now;
                return null;
            }

            _standing = next.DueAt > now ? next.DueAt : now;
            RescheduleLocked(next);
            return next;
        }
    }

    private DateTimeOffset NowLocked() => _standing ?? _machine.GetUtcNow() + _ahead;

    // A hand that was set far ahead at once fires once for all the periods it left out, as a machine that wakes up does.
    private void RescheduleLocked(PlatformTimer timer)
    {
        timer.DueAt = timer is { Period: { } period, DueAt: { } due }
            ? due + (((Math.Max((NowLocked() - due).Ticks, 0) / period.Ticks) + 1) * period)
            : null;
        if (timer.DueAt is null)
        {
            _timers.Remove(timer);
        }
    }
}

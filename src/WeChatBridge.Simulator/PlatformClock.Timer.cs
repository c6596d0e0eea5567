namespace WeChatBridge.Simulator;

/// <content>A timer of the clock: a machine's timer while time runs, a date in its list while it stands.</content>
public sealed partial class PlatformClock
{
    private sealed class PlatformTimer(PlatformClock clock, TimerCallback callback, object? state) : ITimer
    {
        private ITimer? _running;

        public DateTimeOffset? DueAt { get; set; }

        public TimeSpan? Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Hold();
                clock._timers.Remove(this);
                DueAt = null;
                if (dueTime < TimeSpan.Zero)
                {
                    return true;
                }

                var now = clock.NowLocked();
                DueAt = now + dueTime;
                Period = period > TimeSpan.Zero ? period : null;
                clock._timers.Add(this);
                // A timer due at once fires at once, also while the clock stands.
                if (clock._standing is null || dueTime == TimeSpan.Zero)
                {
                    Release(now);
                }

                clock._timerSet.TrySetResult();
                clock._timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
                return true;
            }
        }

        public void Hold()
        {
            _running?.Dispose();
            _running = null;
        }

        public void Release(DateTimeOffset now)
        {
            var wait = DueAt is { } due && due > now ? due - now : TimeSpan.Zero;
            _running = clock._machine.CreateTimer(_ => FallDue(), null, wait, Timeout.InfiniteTimeSpan);
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock._gate)
            {
                Hold();
                DueAt = null;
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void FallDue()
        {
            lock (clock._gate)
            {
                if (_running is null)
                {
                    return;
                }

                Hold();
                clock.RescheduleLocked(this);
                if (DueAt is not null && clock._standing is null)
                {
                    Release(clock.NowLocked());
                }
            }

            Fire();
        }
    }
}

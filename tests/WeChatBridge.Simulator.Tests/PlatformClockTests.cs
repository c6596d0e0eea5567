namespace WeChatBridge.Simulator.Tests;

public class PlatformClockTests
{
    private readonly PlatformClock _clock = new();

    [Fact]
    public void It_runs_with_the_machine_until_it_is_stopped()
    {
        _clock.IsManual.ShouldBeFalse();
        (TimeProvider.System.GetUtcNow() - _clock.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_running_clock_cannot_be_moved_by_hand() =>
        Should.Throw<InvalidOperationException>(() => _clock.Advance(TimeSpan.FromSeconds(1)));

    [Fact]
    public void It_stands_still_and_moves_only_by_hand()
    {
        var start = new DateTimeOffset(2100, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));
        _clock.StandStill(start);
        _clock.GetUtcNow().ShouldBe(start);
        _clock.Advance(TimeSpan.FromHours(1));
        _clock.GetUtcNow().ShouldBe(start.AddHours(1));
        _clock.GetElapsedTime(0, TimeSpan.TicksPerSecond).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void It_never_goes_back()
    {
        _clock.StandStill();
        var before = _clock.GetUtcNow();
        _clock.StandStill(before.AddDays(-1));
        _clock.GetUtcNow().ShouldBe(before);

        _clock.Advance(TimeSpan.FromDays(3));
        _clock.RunFree();
        _clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(before.AddDays(3));
    }

    [Fact]
    public void Timers_fire_in_their_order_at_their_time()
    {
        _clock.StandStill();
        var start = _clock.GetUtcNow();
        var fired = new List<(string Name, double Second)>();
        using var late = Timer("late", 3, fired, start);
        using var early = Timer("early", 1, fired, start);
        using var never = Timer("never", 9, fired, start);

        _clock.Advance(TimeSpan.FromSeconds(5));

        fired.ShouldBe([("early", 1), ("late", 3)]);
    }

    [Fact]
    public void A_periodic_timer_fires_every_time()
    {
        _clock.StandStill();
        var count = 0;
        using var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

        _clock.Advance(TimeSpan.FromSeconds(7));

        count.ShouldBe(3);
    }

    [Fact]
    public void A_hand_set_far_ahead_fires_a_periodic_timer_once_and_then_in_its_rhythm()
    {
        _clock.StandStill();
        var start = _clock.GetUtcNow();
        var fired = new List<double>();
        using var timer = _clock.CreateTimer(
            _ => fired.Add((_clock.GetUtcNow() - start).TotalSeconds), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

        _clock.StandStill(start.AddSeconds(101));
        _clock.Advance(TimeSpan.FromSeconds(3));

        fired.ShouldBe([101, 102, 104]);
    }

    [Fact]
    public void A_timer_set_by_a_timer_fires_in_the_same_advance()
    {
        _clock.StandStill();
        var fired = false;
        ITimer? second = null;
        using var first = _clock.CreateTimer(
            _ => second = _clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(2));

        fired.ShouldBeTrue();
        second!.Dispose();
    }

    [Fact]
    public void A_disposed_timer_stays_silent()
    {
        _clock.StandStill();
        var fired = false;
        _clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();

        _clock.Advance(TimeSpan.FromSeconds(2));

        fired.ShouldBeFalse();
    }

    [Fact]
    public async Task A_timer_set_while_time_runs_waits_for_the_hand_once_it_is_stopped()
    {
        var waiting = Task.Delay(TimeSpan.FromHours(1), _clock, TestContext.Current.CancellationToken);
        _clock.StandStill();

        _clock.Advance(TimeSpan.FromHours(1));

        await waiting;
    }

    [Fact]
    public async Task A_timer_set_while_the_clock_stands_goes_on_when_it_runs()
    {
        _clock.StandStill();
        var waiting = Task.Delay(TimeSpan.FromMilliseconds(1), _clock, TestContext.Current.CancellationToken);

        _clock.RunFree();

        await waiting;
    }

    [Fact]
    public async Task A_timer_of_no_length_needs_no_hand()
    {
        _clock.StandStill();
        var fired = new TaskCompletionSource();
        using var timer = _clock.CreateTimer(_ => fired.TrySetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task;
    }

    private ITimer Timer(string name, int seconds, List<(string Name, double Second)> fired, DateTimeOffset start) => _clock.CreateTimer(
        _ => fired.Add((name, (_clock.GetUtcNow() - start).TotalSeconds)), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
}

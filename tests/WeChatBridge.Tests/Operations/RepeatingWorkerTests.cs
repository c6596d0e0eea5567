using Microsoft.Extensions.Logging;
using WeChatBridge.Simulator;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Operations;

/// <summary>The loop all workers have in common.</summary>
public sealed class RepeatingWorkerTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly PlatformClock _clock = new();
    private readonly LogBook _log = new();
    private readonly ILoggerFactory _logs;

    public RepeatingWorkerTests()
    {
        _clock.StandStill();
        _logs = LoggerFactory.Create(builder => builder.AddProvider(_log));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _logs.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task A_pass_that_breaks_off_is_logged_and_the_next_one_is_made()
    {
        using var worker = new Counting(beginsAtOnce: false, _clock, _logs.CreateLogger<Counting>()) { Breaks = true };
        await worker.StartAsync(Cancellation);
        await _clock.TimerSetAsync(Cancellation);
        worker.Passes.ShouldBe(0);

        for (var pass = 1; pass <= 2; pass++)
        {
            _clock.Advance(Pause);
            await worker.Once.WaitAsync(Cancellation);
        }

        await worker.StopAsync(Cancellation);
        worker.ExecuteTask.ShouldNotBeNull().IsFaulted.ShouldBeFalse();
        _log.Lines.ShouldContain(line => line.Contains("A pass of Counting broke off"));
    }

    [Fact]
    public async Task A_worker_that_begins_at_once_does_not_wait_for_the_clock()
    {
        using var worker = new Counting(beginsAtOnce: true, _clock, _logs.CreateLogger<Counting>());

        await worker.StartAsync(Cancellation);
        await worker.Once.WaitAsync(Cancellation);

        await worker.StopAsync(Cancellation);
        worker.Passes.ShouldBe(1);
    }

    [Fact]
    public async Task Two_passes_of_one_worker_never_run_at_once()
    {
        using var worker = new Counting(beginsAtOnce: false, _clock, _logs.CreateLogger<Counting>());
        using var gate = new SemaphoreSlim(0);
        var first = worker.MakesAloneAsync(() => gate.WaitAsync(Cancellation), Cancellation);
        var isSecondMade = false;
        var second = worker.MakesAloneAsync(
            () =>
            {
                isSecondMade = true;
                return Task.CompletedTask;
            },
            Cancellation);

        isSecondMade.ShouldBeFalse();
        gate.Release();
        await Task.WhenAll(first, second);
        isSecondMade.ShouldBeTrue();
    }

    private sealed class Counting(bool beginsAtOnce, TimeProvider clock, ILogger logger) : RepeatingWorker(Pause, clock, logger)
    {
        public SemaphoreSlim Once { get; } = new(0);

        public bool Breaks { get; init; }

        public int Passes { get; private set; }

        protected override bool BeginsAtOnce => beginsAtOnce;

        public Task MakesAloneAsync(Func<Task> pass, CancellationToken cancellationToken) => AloneAsync(pass, cancellationToken);

        public override void Dispose()
        {
            Once.Dispose();
            base.Dispose();
        }

        protected override Task PassAsync(CancellationToken stoppingToken)
        {
            Passes++;
            Once.Release();
            return Breaks ? throw new IOException("away") : Task.CompletedTask;
        }
    }
}

using Microsoft.Extensions.Logging;
using WeChatBridge.Operations;
using WeChatBridge.Simulator;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Operations;

public sealed class AnswerContentWorkerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_answers_are_made_of_is_looked_at_each_second_whatever_breaks_beside_it()
    {
        var clock = new PlatformClock();
        clock.StandStill();
        using var log = new LogBook();
        using var logs = LoggerFactory.Create(builder => builder.AddProvider(log));
        var looked = new Looked();
        using var worker = new AnswerContentWorker([new Broken(), looked], clock, logs.CreateLogger<AnswerContentWorker>());
        await worker.StartAsync(Cancellation);
        await clock.TimerSetAsync(Cancellation);

        for (var second = 1; second <= 2; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await looked.Once.WaitAsync(Cancellation);
        }

        await worker.StopAsync(Cancellation);
        log.Lines.ShouldContain(line => line.Contains("Broken could not be refreshed"));
    }

    private sealed class Looked : IAnswerContent
    {
        public SemaphoreSlim Once { get; } = new(0);

        public Task RefreshAsync(CancellationToken cancellationToken)
        {
            Once.Release();
            return Task.CompletedTask;
        }
    }

    private sealed class Broken : IAnswerContent
    {
        public Task RefreshAsync(CancellationToken cancellationToken) => throw new IOException("away");
    }
}

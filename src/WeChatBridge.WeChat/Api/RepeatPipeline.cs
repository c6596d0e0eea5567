using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace WeChatBridge.WeChat.Api;

/// <summary>Retry with jitter around a circuit breaker; one per account, and only for calls that may be repeated.</summary>
internal static class RepeatPipeline
{
    public const int Repeats = 3;

    /// <summary>Longest pause between two attempts.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>How long the breaker, once open, lets nothing through.</summary>
    public static readonly TimeSpan BreakFor = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<Attempt> Create(TimeProvider time)
        => new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is { MayPassLater: true }),
                MaxRetryAttempts = Repeats,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = LongestPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
            {
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is { BlamesTheLine: true }),
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = BreakFor,
            })
            .Build();
}

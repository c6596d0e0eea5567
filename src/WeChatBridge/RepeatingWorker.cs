namespace WeChatBridge;

/// <summary>
/// A loop on the clock: a pause, a pass, the next pause. A pass that breaks off is logged and ends nothing, for a store that is away for a
/// moment is there again at the next one; being told to stop ends the loop quietly.
/// </summary>
internal abstract partial class RepeatingWorker(TimeSpan pause, TimeProvider clock, ILogger logger) : BackgroundService
{
    private readonly SemaphoreSlim _alone = new(1, 1);

    protected TimeProvider Clock => clock;

    protected ILogger Logger => logger;

    /// <summary>Whether the first pass is made at once, and not after the first pause.</summary>
    protected virtual bool BeginsAtOnce => false;

    public override void Dispose()
    {
        _alone.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, clock);
        if (BeginsAtOnce)
        {
            await ByItselfAsync(() => PassAsync(stoppingToken), LogBroken);
        }

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await ByItselfAsync(() => PassAsync(stoppingToken), LogBroken);
        }
    }

    protected abstract Task PassAsync(CancellationToken stoppingToken);

    /// <summary>Says that a pass broke off.</summary>
    protected virtual void LogBroken(Exception exception) => LogBrokenOff(logger, exception, GetType().Name);

    /// <summary>Does this part of a pass; what breaks is told and breaks nothing beside it.</summary>
    protected static async Task ByItselfAsync(Func<Task> part, Action<Exception> tell)
    {
        try
        {
            await part();
        }
#pragma warning disable CA1031 // Whatever broke, the loop goes on.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            tell(exception);
        }
#pragma warning restore CA1031
    }

    /// <summary>Runs a pass while none of this worker's others runs; one that does is waited for first.</summary>
    protected async Task AloneAsync(Func<Task> pass, CancellationToken cancellationToken)
    {
        await _alone.WaitAsync(cancellationToken);
        try
        {
            await pass();
        }
        finally
        {
            _alone.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A pass of {Worker} broke off; the next one makes up for it")]
    private static partial void LogBrokenOff(ILogger logger, Exception exception, string worker);
}

using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Callbacks;

/// <summary>
/// Admits each arrival once: message, answer and what follows from it are stored in one commit under a unique key, and a repeat gets the
/// stored answer.
/// One writer takes whatever queued while its last commit ran; there is no timer, so a lone message is never kept waiting.
/// </summary>
internal sealed partial class InboundLog(IDbContextFactory<BridgeContext> contexts, ILogger<InboundLog> logger) : BackgroundService
{
    private const int LargestBatch = 128;
    private const int QueueCapacity = 4096;
    private const int Attempts = 4;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(QueueCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>
    /// Returns what now stands in the store for this arrival: the given delivery, or the earlier one if it is a repeat.
    /// A caller that stops waiting does not stop the commit.
    /// </summary>
    /// <param name="delivery">The arrival with its answer.</param>
    /// <param name="effects">What is stored with it; nothing of a repeat.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="InboundLogUnavailableException">The store did not take it, or the process is ending.</exception>
    /// <exception cref="TurnOvertakenException">What the answer rests on changed meanwhile: it must be answered anew.</exception>
    public async Task<InboundDelivery> AdmitAsync(
        InboundDelivery delivery, IReadOnlyList<StoredEffect> effects, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(delivery, effects);
        try
        {
            await _queue.Writer.WriteAsync(waiting, cancellationToken);
        }
        catch (ChannelClosedException exception)
        {
            throw new InboundLogUnavailableException(exception);
        }

        return await waiting.Stored.Task;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What was taken in is written before the process ends; nothing new is taken.
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } running)
        {
            await running.WaitAsync(cancellationToken);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Waiting>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            await StoreAsync(batch);
            batch.Clear();
        }
    }

    private async Task StoreAsync(List<Waiting> batch)
    {
        if (await TryStoreAsync(batch, Attempts) is not { } cause)
        {
            return;
        }

        // One arrival the store cannot hold must not take the others along. Two failures in a row are the store's, not theirs.
        var failures = batch.Count == 1 ? 2 : 0;
        foreach (var waiting in batch)
        {
            var alone = failures >= 2 ? cause : await TryStoreAsync([waiting], attempts: 1);
            var isOvertaken = alone is not null && waiting.Effects.Count > 0 && StoreConflict.Is(alone);
            failures = alone is null || isOvertaken ? 0 : failures + 1;
            if (alone is not null)
            {
                waiting.Stored.TrySetException(
                    isOvertaken ? new TurnOvertakenException(alone) : new InboundLogUnavailableException(alone));
            }
        }
    }

    /// <summary>Null when all are stored and told so, else what kept them from it; nobody has been told then.</summary>
    private async Task<Exception?> TryStoreAsync(List<Waiting> batch, int attempts)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var stored = await CommitAsync(batch);
                batch.ForEach(waiting => waiting.Stored.TrySetResult(stored[waiting.Key]));
                return null;
            }
            catch (Exception exception) when (attempt < attempts
                && exception is (DbUpdateException or DbException { IsTransient: true } or { InnerException: DbException { IsTransient: true } }))
            {
                // Another instance admitted one of them first, and the next look finds its row; or a connection was cut.
                LogRetried(logger, exception, batch.Count, attempt);
            }
#pragma warning disable CA1031 // The writer must outlive any failure of the store; each waiting request is told.
            catch (Exception exception)
            {
                LogNotStored(logger, StoreConflict.Is(exception) ? LogLevel.Information : LogLevel.Error, exception, batch.Count);
                return exception;
            }
#pragma warning restore CA1031
        }
    }

    private async Task<Dictionary<ArrivalKey, InboundDelivery>> CommitAsync(List<Waiting> batch)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        var accounts = batch.Select(waiting => waiting.Key.Account).Distinct().ToArray();
        var keys = batch.Select(waiting => waiting.Key.Delivery).Distinct().ToArray();
        var stored = await context.Set<InboundDelivery>().AsNoTracking()
            .Where(delivery => accounts.Contains(delivery.AccountKey) && keys.Contains(delivery.DeliveryKey))
            .ToDictionaryAsync(ArrivalKey.Of, CancellationToken.None);

        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
        foreach (var waiting in batch)
        {
            if (stored.TryAdd(waiting.Key, waiting.Delivery))
            {
                context.Add(waiting.Delivery);
                foreach (var effect in waiting.Effects)
                {
                    await effect(context, CancellationToken.None);
                }
            }
        }

        await context.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return stored;
    }

    private readonly record struct ArrivalKey(string Account, string Delivery)
    {
        public static ArrivalKey Of(InboundDelivery delivery) => new(delivery.AccountKey, delivery.DeliveryKey);
    }

    private sealed class Waiting(InboundDelivery delivery, IReadOnlyList<StoredEffect> effects)
    {
        public IReadOnlyList<StoredEffect> Effects { get; } = effects;

        public InboundDelivery Delivery { get; } = delivery;

        public ArrivalKey Key { get; } = ArrivalKey.Of(delivery);

        public TaskCompletionSource<InboundDelivery> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Storing {Count} arrivals met another writer; attempt {Attempt}")]
    private static partial void LogRetried(ILogger logger, Exception exception, int count, int attempt);

    [LoggerMessage(Message = "{Count} arrivals could not be stored")]
    private static partial void LogNotStored(ILogger logger, LogLevel level, Exception exception, int count);
}

/// <summary>The store did not take an arrival; its follower has not been promised anything.</summary>
internal sealed class InboundLogUnavailableException(Exception cause) : Exception("The inbound log could not be written.", cause);

/// <summary>Another instance changed what an answer rests on; nothing of it was stored.</summary>
internal sealed class TurnOvertakenException(Exception cause) : Exception("The talk went on elsewhere.", cause);

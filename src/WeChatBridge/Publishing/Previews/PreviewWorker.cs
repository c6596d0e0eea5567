using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing.Drafts;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Previews;

/// <summary>
/// Makes the previews that are asked for, and clears drafts that nobody needs: beside the sending, so that neither waits for the other.
/// </summary>
internal sealed partial class PreviewWorker(
    ErrandLedger ledger, PreviewRun run, DraftClearing clearing, AccountApi platform, ILogger<PreviewWorker> logger)
    : RepeatingWorker(TimeSpan.FromSeconds(5), ledger.Clock, logger)
{
    /// <summary>Takes up all that is due; a pass that runs already is waited for first.</summary>
    public Task WorkOffAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            foreach (var id in await ledger.ReadAsync(context => Due(context).Select(preview => preview.Id).ToListAsync(cancellationToken)))
            {
                await EachAsync(id, () => ShowAsync(id, cancellationToken));
            }

            foreach (var id in await clearing.DueAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
                await EachAsync(id, () => clearing.ClearAsync(id));
            }
        },
        cancellationToken);

    protected override Task PassAsync(CancellationToken stoppingToken) => WorkOffAsync(stoppingToken);

    // One that is broken must not stop the others; it is taken up again when its lease has run out.
    private Task EachAsync(long id, Func<Task> work) => ByItselfAsync(work, exception => LogBroken(Logger, exception, id));

    private async Task ShowAsync(long id, CancellationToken cancellationToken)
    {
        var held = Held<PhonePreview>.New(id);
        if (await TakeAsync(held) is not { } before)
        {
            return;
        }

        if (before == PreviewState.Running)
        {
            await run.BreakOffAsync(held);
            return;
        }

        try
        {
            var key = await ledger.ReadAsync(context =>
                context.Set<PhonePreview>().Where(preview => preview.Id == id).Select(preview => preview.AccountKey).SingleAsync());
            await run.TakeAsync(held, platform.Of(key), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await run.BreakOffAsync(held);
            throw;
        }
    }

    /// <summary>In which state it was when it was taken; null where another was quicker.</summary>
    private async Task<PreviewState?> TakeAsync(Held<PhonePreview> held)
    {
        var until = ledger.Now + ErrandLedger.Lease;
        return await TakeAsync(PreviewState.Asked) ? PreviewState.Asked
            : await TakeAsync(PreviewState.Running) ? PreviewState.Running
            : null;

        Task<bool> TakeAsync(PreviewState state) => ledger.ReadAsync(async context => await Due(context)
            .Where(preview => preview.Id == held.Id && preview.State == state)
            .ExecuteUpdateAsync(row => row
                .SetProperty(preview => preview.State, PreviewState.Running)
                .SetProperty(preview => preview.ClaimedBy, held.Token)
                .SetProperty(preview => preview.ClaimedUntil, until)) == 1);
    }

    private IQueryable<PhonePreview> Due(BridgeContext context)
    {
        var now = ledger.Now;
        return context.Set<PhonePreview>().IgnoreAutoIncludes().Where(preview => preview.State == PreviewState.Asked
            || (preview.State == PreviewState.Running && preview.ClaimedUntil < now));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Preview or draft {Id} could not be taken further; it is taken up again when its lease has run out")]
    private static partial void LogBroken(ILogger logger, Exception exception, long id);
}

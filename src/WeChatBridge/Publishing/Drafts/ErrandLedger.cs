using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Api;

namespace WeChatBridge.Publishing.Drafts;

/// <summary>
/// The door through which errands change the store and call the platform, by the rules of the sending: one decision, one transaction, only
/// by whoever holds the errand; the attempt is committed before its call and its ending after it.
/// </summary>
internal sealed class ErrandLedger(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Each attempt that is begun renews it.</summary>
    public static readonly TimeSpan Lease = ClaimBook.Lease;

    public TimeProvider Clock => clock;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<TResult> ReadAsync<TResult>(Func<BridgeContext, Task<TResult>> read)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await read(context);
    }

    /// <summary>False where another worker holds the errand meanwhile: then nothing is changed.</summary>
    public async Task<bool> ChangeAsync<T>(Held<T> held, Func<OpenErrand<T>, Task> change)
        where T : class, IErrand
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
        // First of all: a sending that comes upon the same draft at this moment either sees what is done here, or is seen.
        await AuditTrail.TakeTurnAsync(context, CancellationToken.None);
        var errand = await context.Set<T>().SingleOrDefaultAsync(one => one.Id == held.Id, CancellationToken.None);
        if (errand is null || errand.ClaimedBy != held.Token)
        {
            return false;
        }

        var opened = new OpenErrand<T>(context, errand, Now);
        await change(opened);
        await opened.SaveAsync(audit);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    /// <summary>Makes the call; null where it was not made, because its condition failed or the errand is no longer held.</summary>
    public async Task<ApiResult<TAnswer>?> CallAsync<T, TAnswer>(Held<T> held, ErrandCall<T, TAnswer> call)
        where T : class, IErrand
    {
        if (await BeginAsync(held, call) is not { } attempt)
        {
            return null;
        }

        var result = await call.Send();
        var isHeld = await ChangeAsync(held, async opened =>
        {
            await EndAsync(opened.Context, attempt, call, result);
            await call.Conclude(opened, result);
        });
        if (!isHeld)
        {
            // The truth, late as it is.
            await ReadAsync(async context =>
            {
                await EndAsync(context, attempt, call, result);
                return await context.SaveChangesAsync();
            });
        }

        return isHeld ? result : null;
    }

    private async Task<SendingAttempt?> BeginAsync<T, TAnswer>(Held<T> held, ErrandCall<T, TAnswer> call)
        where T : class, IErrand
    {
        SendingAttempt? attempt = null;
        await ChangeAsync(held, async opened =>
        {
            if (call.Admit is { } admit && !await admit(opened))
            {
                return;
            }

            attempt = opened.Errand.Attempt(call.Step, call.Target, opened.At);
            opened.Context.Add(attempt);
            opened.Errand.Hold(opened.At + Lease);
        });
        return attempt;
    }

    private async Task EndAsync<T, TAnswer>(BridgeContext context, SendingAttempt begun, ErrandCall<T, TAnswer> call, ApiResult<TAnswer> result)
        where T : class, IErrand
    {
        var attempt = await context.Set<SendingAttempt>().SingleAsync(one => one.Id == begun.Id);
        var (outcome, code, answer) = AttemptAnswer.Of(result, call.Told);
        attempt.End(outcome, code, answer, Now);
    }
}

/// <summary>An errand in the hands of one worker.</summary>
/// <param name="Id">Which.</param>
/// <param name="Token">What the store says who holds it by; a new one for each claim.</param>
internal sealed record Held<T>(long Id, string Token)
    where T : class, IErrand
{
    public static Held<T> New(long id) => new(id, Guid.NewGuid().ToString("N"));
}

/// <summary>One call for the sake of an errand.</summary>
/// <param name="Step">Which step it is.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Send">The call itself.</param>
internal sealed record ErrandCall<T, TAnswer>(SendingStep Step, string Target, Func<Task<ApiResult<TAnswer>>> Send)
    where T : class, IErrand
{
    /// <summary>The last condition, looked at in the very commit of the attempt's beginning; what it changed is kept either way.</summary>
    public Func<OpenErrand<T>, Task<bool>>? Admit { get; init; }

    /// <summary>What follows from the answer, in the commit of the attempt's ending.</summary>
    public required Func<OpenErrand<T>, ApiResult<TAnswer>, Task> Conclude { get; init; }

    /// <summary>What of the platform's answer is kept; by default all of it.</summary>
    public Func<TAnswer, object>? Told { get; init; }
}

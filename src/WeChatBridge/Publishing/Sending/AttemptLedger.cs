using Microsoft.EntityFrameworkCore;
using WeChatBridge.WeChat.Api;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// The one door through which the sending calls the platform: the attempt is committed before the call and its ending, with all that
/// follows from it, after it. A call that was begun is waited for, even if the process is told to stop: nobody could say later what
/// became of it.
/// </summary>
internal sealed class AttemptLedger(SendingStore store)
{
    // Asking and taking back go on while an account is paused: they send nothing.
    private static readonly SendingStep[] WhilePaused = [SendingStep.Outcome, SendingStep.Withdrawal];

    /// <summary>Makes the call; null where it was not made, because the account is paused, its condition failed or the claim is lost.</summary>
    public async Task<ApiResult<T>?> CallAsync<T>(Claim claim, OutgoingCall<T> call)
    {
        if (await BeginAsync(claim, call) is not { } attempt)
        {
            return null;
        }

        var result = await call.Send();
        var isHeld = await store.ChangeAsync(claim, async opened =>
        {
            await EndAsync(opened.Context, attempt, call, result);
            await call.Conclude(opened, result);
        });
        if (!isHeld)
        {
            // Whoever holds it now goes by what stands in the ledger: the truth, late as it is.
            await store.ReadAsync(async context =>
            {
                await EndAsync(context, attempt, call, result);
                return await context.SaveChangesAsync();
            });
        }

        return isHeld ? result : null;
    }

    private async Task<SendingAttempt?> BeginAsync<T>(Claim claim, OutgoingCall<T> call)
    {
        SendingAttempt? attempt = null;
        await store.ChangeAsync(claim, async opened =>
        {
            if (!WhilePaused.Contains(call.Step) && await opened.IsAccountPausedAsync())
            {
                return;
            }

            if (call.Admit is { } admit && !await admit(opened))
            {
                return;
            }

            attempt = SendingAttempt.Begin(claim.PublicationId, call.Step, call.Target, opened.At);
            opened.Context.Add(attempt);
            opened.Publication.Hold(opened.At + ClaimBook.Lease);
        });
        return attempt;
    }

    private async Task EndAsync<T>(Storage.BridgeContext context, SendingAttempt begun, OutgoingCall<T> call, ApiResult<T> result)
    {
        var attempt = await context.Set<SendingAttempt>().SingleAsync(one => one.Id == begun.Id);
        var (outcome, code, answer) = AttemptAnswer.Of(result, call.Told);
        attempt.End(outcome, code, answer, store.Now);
    }
}

/// <summary>One call of the sending.</summary>
/// <param name="Step">Which step it is.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Send">The call itself.</param>
internal sealed record OutgoingCall<T>(SendingStep Step, string Target, Func<Task<ApiResult<T>>> Send)
{
    /// <summary>The last condition, looked at in the very commit of the attempt's beginning; what it changed is kept either way.</summary>
    public Func<OpenPublication, Task<bool>>? Admit { get; init; }

    /// <summary>What follows from the answer, in the commit of the attempt's ending.</summary>
    public required Func<OpenPublication, ApiResult<T>, Task> Conclude { get; init; }

    /// <summary>What of the platform's answer is kept; by default all of it.</summary>
    public Func<T, object>? Told { get; init; }
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Api.Custom;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Inbox;

/// <summary>
/// Sends replies of the office as customer messages, each at most once: the claim is committed before the call, its ending after it, and
/// neither the reply path nor a transaction ever waits for the platform.
/// </summary>
internal sealed partial class InboxOutboxWorker(
    IDbContextFactory<BridgeContext> contexts, AccountFinder accounts, PlatformAccess platform, TimeProvider clock,
    ILogger<InboxOutboxWorker> logger)
    : RepeatingWorker(Pause, clock, logger)
{
    private const int MostTries = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // Longer than the longest call with a renewed token.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(30);

    /// <summary>Sends all that is due; a pass that runs already is waited for first.</summary>
    public Task SendDueAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            await GiveUpLostAsync(cancellationToken);
            while (await ClaimAsync(cancellationToken) is { } claimed)
            {
                // Once claimed, a call is ended even if the process is told to stop: nobody could say later what became of it.
                await SendAsync(claimed);
            }
        },
        cancellationToken);

    protected override Task PassAsync(CancellationToken stoppingToken) => SendDueAsync(stoppingToken);

    /// <summary>Whoever held the lease is gone: the message may have been sent, and is not sent again.</summary>
    private async Task GiveUpLostAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var lost = await context.Set<OutgoingReply>().AsNoTracking()
            .Where(outgoing => outgoing.State == OutgoingState.Begun && outgoing.LeaseUntil < now)
            .ToListAsync(cancellationToken);
        foreach (var outgoing in lost)
        {
            LogLost(Logger, outgoing.Id);
            await EndAsync(outgoing, OutgoingState.Unknown, code: null);
        }
    }

    private async Task<Claimed?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = context.Set<OutgoingReply>();
        while (true)
        {
            var now = Clock.GetUtcNow();
            // What is said first arrives first: a later reply waits for an earlier one to the same follower.
            var due = await all.AsNoTracking().Include(outgoing => outgoing.Reply)
                .Where(outgoing => outgoing.State == OutgoingState.Waiting && outgoing.NextTryAt <= now
                    && !all.Any(other => other.AccountKey == outgoing.AccountKey && other.OpenId == outgoing.OpenId
                        && other.Id < outgoing.Id && (other.State == OutgoingState.Waiting || other.State == OutgoingState.Begun)))
                .OrderBy(outgoing => outgoing.Id).FirstOrDefaultAsync(cancellationToken);
            if (due is null)
            {
                return null;
            }

            var lease = now + Lease;
            var isOurs = await all.Where(outgoing => outgoing.Id == due.Id && outgoing.State == OutgoingState.Waiting)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(outgoing => outgoing.State, OutgoingState.Begun)
                        .SetProperty(outgoing => outgoing.BegunAt, now)
                        .SetProperty(outgoing => outgoing.LeaseUntil, lease)
                        .SetProperty(outgoing => outgoing.Tries, due.Tries + 1),
                    cancellationToken) == 1;
            if (isOurs)
            {
                var receipt = await context.Set<InboxMessage>().Where(message => message.Id == due.Reply.MessageId)
                    .Select(message => new { message.ReceiptDay, message.ReceiptCount }).SingleAsync(cancellationToken);
                return new Claimed(due, ReceiptNumber.Create(receipt.ReceiptDay, receipt.ReceiptCount));
            }
        }
    }

    private async Task SendAsync(Claimed claimed)
    {
        var outgoing = claimed.Outgoing;
        if (accounts.Find(outgoing.AccountKey) is not { } account || platform.Of(account) is not { } api)
        {
            await EndAsync(outgoing, OutgoingState.Refused, code: null);
            return;
        }

        var text = InboxWords.Outgoing(outgoing.Reply, claimed.Receipt);
        var result = await api.Custom.SendAsync(outgoing.OpenId, CustomMessage.Text(text), CancellationToken.None);
        await result.Match(
            _ => EndAsync(outgoing, OutgoingState.Done, code: null),
            error => MayBeTriedAgain(outgoing, error) ? PutBackAsync(outgoing) : EndAsync(outgoing, OutgoingState.Refused, error.Code),
            _ => EndAsync(outgoing, OutgoingState.Unknown, code: null));
    }

    private static bool MayBeTriedAgain(OutgoingReply outgoing, ApiError error) =>
        error.Kind is ErrorKind.NotSent or ErrorKind.TryLater && outgoing.Tries + 1 < MostTries;

    private async Task PutBackAsync(OutgoingReply outgoing)
    {
        var next = Clock.GetUtcNow() + (FirstDelay * (1 << outgoing.Tries));
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        var waits = await context.Set<OutgoingReply>()
            .Where(one => one.Id == outgoing.Id && one.State == OutgoingState.Begun && one.OpenId != "")
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.State, OutgoingState.Waiting).SetProperty(one => one.NextTryAt, next),
                CancellationToken.None);
        if (waits == 0)
        {
            await EndAsync(outgoing, OutgoingState.Cancelled, code: null);
        }
    }

    private async Task EndAsync(OutgoingReply outgoing, OutgoingState state, int? code)
    {
        var now = Clock.GetUtcNow();
        var delivery = state switch
        {
            OutgoingState.Done => ReplyDelivery.Sent,
            OutgoingState.Refused => ReplyDelivery.Waits,
            OutgoingState.Unknown => ReplyDelivery.Unknown,
            _ => ReplyDelivery.Void,
        };
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
        var ended = await context.Set<OutgoingReply>().Where(one => one.Id == outgoing.Id && one.State == OutgoingState.Begun)
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.State, state).SetProperty(one => one.EndedAt, now).SetProperty(one => one.Code, code),
                CancellationToken.None);
        if (ended == 1)
        {
            await context.Set<InboxReply>().Where(reply => reply.Id == outgoing.ReplyId && reply.Delivery == ReplyDelivery.Sending)
                .ExecuteUpdateAsync(row => row.SetProperty(reply => reply.Delivery, delivery), CancellationToken.None);
            LogEnded(Logger, outgoing.Id, state, code);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    private sealed record Claimed(OutgoingReply Outgoing, ReceiptNumber Receipt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sending {Id} of a reply ended as {State}, errcode {Code}")]
    private static partial void LogEnded(ILogger logger, long id, OutgoingState state, int? code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending {Id} of a reply was begun and never ended; it is not sent again")]
    private static partial void LogLost(ILogger logger, long id);
}

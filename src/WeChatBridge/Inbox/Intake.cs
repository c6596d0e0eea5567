using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Inbox;

/// <summary>
/// Takes what a follower writes into the inbox: begins a message with its receipt, or adds to the one that is open. It reads, and hands
/// back what is to be stored in the commit of the follower's message.
/// </summary>
internal sealed class Intake(ReceiptBook receipts, WorkingCalendar calendar, InboxOptions options)
{
    // A talk with a person has no set length; this only keeps a machine from filling the store.
    private const int MostPartsWithTakeover = 200;

    /// <summary>Adds to the follower's open message of the kind; begins one where there is none.</summary>
    public async Task<Taken> TakeAsync(
        BridgeContext store, Sender sender, InboxKind kind, WrittenPart written, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(store, sender, kind, cancellationToken);
        if (open is not null)
        {
            var full = open.Parts.Count(part => !part.InTakeover) >= InboxMessage.MostParts || open.Parts.Count >= MostPartsWithTakeover;
            return full ? new Taken(TakenHow.Full) { Receipt = open.Receipt } : Append(open, written, sender.At, inTakeover: false);
        }

        var today = OfficeTime.DateAt(sender.At);
        if (await receipts.NextAsync(store, sender.AccountKey, today, cancellationToken) is not { } receipt)
        {
            return new Taken(TakenHow.NoNumberLeft);
        }

        var promised = PromisedFrom(today);
        return new Taken(TakenHow.Begun)
        {
            Receipt = receipt,
            Promised = promised,
            Effect = (context, _) =>
            {
                // Made anew each time: a commit that is tried again must not meet an entity of the first try.
                var message = InboxMessage.Of(sender, receipt, kind, promised);
                message.Begin(written);
                context.Add(message);
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Adds to the message whose talk a person has taken over.</summary>
    public async Task<Taken> TakeAsync(
        BridgeContext store, Handover handover, WrittenPart written, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var message = await store.Set<InboxMessage>().AsNoTracking().Include(message => message.Parts)
            .SingleAsync(message => message.Id == handover.MessageId, cancellationToken);
        return message.Parts.Count >= MostPartsWithTakeover
            ? new Taken(TakenHow.Full) { Receipt = message.Receipt }
            : Append(message, written, at, inTakeover: true);
    }

    /// <summary>The follower's message that is still being dealt with; null where there is none of the kind.</summary>
    public static Task<InboxMessage?> OpenAsync(BridgeContext store, Sender sender, InboxKind kind, CancellationToken cancellationToken) =>
        store.Set<InboxMessage>().AsNoTracking().Include(message => message.Parts)
            .Where(message => message.AccountKey == sender.AccountKey && message.OpenId == sender.OpenId && message.Kind == kind
                && (message.State == InboxState.Open || message.State == InboxState.InProgress))
            .OrderByDescending(message => message.Id).FirstOrDefaultAsync(cancellationToken);

    private WorkingDate PromisedFrom(DateOnly today) => calendar.AddWorkingDays(today, options.AnswerWithinWorkingDays);

    private Taken Append(InboxMessage message, WrittenPart written, DateTimeOffset at, bool inTakeover)
    {
        var place = new PartPlace(message.Parts.Count + 1, at, inTakeover)
        {
            PromisedAnew = message.State == InboxState.Answered ? PromisedFrom(OfficeTime.DateAt(at)) : null,
        };
        return new Taken(TakenHow.Added)
        {
            Receipt = message.Receipt,
            Effect = (context, token) => InboxMessage.AppendAsync(context, (message.Id, message.Version), written, place, token),
        };
    }
}

/// <summary>What came of something written.</summary>
/// <param name="How">Whether it was taken.</param>
internal sealed record Taken(TakenHow How)
{
    public ReceiptNumber? Receipt { get; init; }

    public WorkingDate Promised { get; init; }

    /// <summary>What must be stored for it to be true.</summary>
    public StoredEffect? Effect { get; init; }
}

/// <summary>The ways to take something written.</summary>
internal enum TakenHow
{
    /// <summary>A message was begun with it.</summary>
    Begun,

    /// <summary>It was added to the open message.</summary>
    Added,

    /// <summary>The open message takes no more.</summary>
    Full,

    /// <summary>The day has no receipt number left.</summary>
    NoNumberLeft,
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Inbox;

/// <summary>What a follower left for the office to answer (留言): the words, the date that was promised, what became of it.</summary>
internal sealed class InboxMessage
{
    /// <summary>So many parts a message takes while nobody of the office is in the talk.</summary>
    public const int MostParts = 20;

    /// <summary>
    /// So long after a follower's word the platform takes messages to them.
    /// https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.html
    /// </summary>
    public static readonly TimeSpan WritingWindow = TimeSpan.FromHours(48);

    private readonly List<InboxPart> _parts = [];
    private readonly List<InboxReply> _replies = [];

    private InboxMessage()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>Who left it; empty once that follower left or asked to be forgotten. Nobody is shown it.</summary>
    public string OpenId { get; private set; } = "";

    public DateOnly ReceiptDay { get; private set; }

    public int ReceiptCount { get; private set; }

    public ReceiptNumber Receipt => ReceiptNumber.Create(ReceiptDay, ReceiptCount);

    public InboxKind Kind { get; private set; }

    public InboxState State { get; private set; }

    public DateOnly PromisedOn { get; private set; }

    public bool IsPromiseEstimated { get; private set; }

    /// <summary>The day by which the follower was told to expect an answer.</summary>
    public WorkingDate Promised => new(PromisedOn, IsPromiseEstimated);

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the follower last wrote to the inbox; the office may write for 48 hours after that.</summary>
    public DateTimeOffset LastHeardAt { get; private set; }

    public string CloseReason { get; private set; } = "";

    /// <summary>Counted up with each change: of two who change it at once, the second must look again.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<InboxPart> Parts => _parts;

    public IReadOnlyList<InboxReply> Replies => _replies;

    public bool IsOpen => State is InboxState.Open or InboxState.InProgress;

    public static InboxMessage Of(Sender sender, ReceiptNumber receipt, InboxKind kind, WorkingDate promised) => new()
    {
        AccountKey = sender.AccountKey,
        OpenId = sender.OpenId,
        ReceiptDay = receipt.Day,
        ReceiptCount = receipt.Count,
        Kind = kind,
        PromisedOn = promised.Date,
        IsPromiseEstimated = promised.IsEstimated,
        CreatedAt = sender.At,
        LastHeardAt = sender.At,
        Version = 1,
    };

    /// <summary>Adds what the follower wrote since the message was read.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The message changed since: whoever answers must look again.</exception>
    public static async Task AppendAsync(
        BridgeContext context, (long Id, int Version) read, WrittenPart written, PartPlace place, CancellationToken cancellationToken)
    {
        var changed = await context.Set<InboxMessage>().Where(message => message.Id == read.Id && message.Version == read.Version)
            .ExecuteUpdateAsync(
                row =>
                {
                    row.SetProperty(message => message.Version, message => message.Version + 1)
                        .SetProperty(message => message.LastHeardAt, place.At);
                    if (place.PromisedAnew is { } promised)
                    {
                        row.SetProperty(message => message.State, InboxState.InProgress)
                            .SetProperty(message => message.PromisedOn, promised.Date)
                            .SetProperty(message => message.IsPromiseEstimated, promised.IsEstimated);
                    }
                },
                cancellationToken);
        if (changed == 0)
        {
            throw new DbUpdateConcurrencyException("The message changed since it was read.");
        }

        context.Add(InboxPart.Of(read.Id, written, place));
    }

    public void Begin(WrittenPart written) => _parts.Add(InboxPart.Of(Id, written, new PartPlace(1, CreatedAt, InTakeover: false)));

    public void TakeUp()
    {
        State = State == InboxState.Open ? InboxState.InProgress : State;
        Version++;
    }

    public InboxReply Reply(InboxReply reply)
    {
        _replies.Add(reply);
        State = reply.Kind == ReplyKind.Answer ? InboxState.Answered : State;
        Version++;
        return reply;
    }

    public void Close(string reason)
    {
        State = InboxState.Closed;
        CloseReason = reason;
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<InboxMessage>
    {
        public void Configure(EntityTypeBuilder<InboxMessage> builder)
        {
            builder.ToTable("InboxMessages").HasKey(message => message.Id);
            builder.Property(message => message.AccountKey).HasMaxLength(40);
            builder.Property(message => message.OpenId).HasMaxLength(64);
            builder.Property(message => message.Version).IsConcurrencyToken();
            builder.Ignore(message => message.Receipt).Ignore(message => message.Promised).Ignore(message => message.IsOpen);
            builder.HasMany(message => message.Parts).WithOne().HasForeignKey(part => part.MessageId);
            builder.HasMany(message => message.Replies).WithOne().HasForeignKey(reply => reply.MessageId);
            // Two instances that hand out the same number at once: the second must look again.
            builder.HasIndex(message => new { message.AccountKey, message.ReceiptDay, message.ReceiptCount }).IsUnique();
            builder.HasIndex(message => new { message.AccountKey, message.OpenId });
            builder.HasIndex(message => new { message.AccountKey, message.State, message.PromisedOn });
        }
    }
}

/// <summary>Who may read a message.</summary>
internal enum InboxKind
{
    /// <summary>Whoever answers the inbox.</summary>
    Ordinary,

    /// <summary>About an official (监督类留言): only who supervises.</summary>
    Complaint,
}

/// <summary>How far a message has come.</summary>
internal enum InboxState
{
    /// <summary>等待办理.</summary>
    Open,

    /// <summary>正在办理.</summary>
    InProgress,

    /// <summary>已答复.</summary>
    Answered,

    /// <summary>已办结.</summary>
    Closed,

    /// <summary>Nobody is left to answer to (无法答复): the follower left, or asked to be forgotten.</summary>
    Unanswerable,
}

/// <summary>Who writes to the inbox, and when.</summary>
internal sealed record Sender(string AccountKey, string OpenId, DateTimeOffset At);

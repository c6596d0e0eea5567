using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Inbox;

/// <summary>One thing a follower sent as part of a message to the office.</summary>
internal sealed class InboxPart
{
    private InboxPart()
    {
    }

    public long Id { get; private set; }

    public long MessageId { get; private set; }

    /// <summary>Its place in the message, from 1.</summary>
    public int Ordinal { get; private set; }

    public PartKind Kind { get; private set; }

    /// <summary>The words, a voice's recognised ones included, or a place's name; identity and bank card numbers masked.</summary>
    public string Text { get; private set; } = "";

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Written while a person of the office was in the talk.</summary>
    public bool InTakeover { get; private set; }

    /// <summary>The platform's name of its file, which the platform keeps for three days.</summary>
    public string? MediaId { get; private set; }

    public MediaState Media { get; private set; }

    /// <summary>The file in the store, once it is fetched.</summary>
    public string? FileHash { get; private set; }

    public int Tries { get; private set; }

    /// <summary>When its file is tried next; moved on by whoever takes the try.</summary>
    public DateTimeOffset NextTryAt { get; private set; }

    public static InboxPart Of(long messageId, WrittenPart written, PartPlace place) => new()
    {
        MessageId = messageId,
        Ordinal = place.Ordinal,
        Kind = written.Kind,
        Text = written.Text,
        Latitude = written.Latitude,
        Longitude = written.Longitude,
        At = place.At,
        InTakeover = place.InTakeover,
        MediaId = written.MediaId,
        Media = written.MediaId is null ? MediaState.None : MediaState.Waiting,
        NextTryAt = place.At,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<InboxPart>
    {
        public void Configure(EntityTypeBuilder<InboxPart> builder)
        {
            builder.ToTable("InboxParts").HasKey(part => part.Id);
            builder.Property(part => part.Text).HasMaxLength(WrittenPart.LongestText);
            builder.Property(part => part.MediaId).HasMaxLength(200);
            builder.Property(part => part.FileHash).HasMaxLength(64);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(part => part.FileHash).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(part => new { part.MessageId, part.Ordinal }).IsUnique();
            builder.HasIndex(part => new { part.Media, part.NextTryAt });
        }
    }
}

/// <summary>Where a part stands in its message.</summary>
internal sealed record PartPlace(int Ordinal, DateTimeOffset At, bool InTakeover)
{
    /// <summary>For a message that had been answered: written to again it is to be answered again, by this day.</summary>
    public WorkingDate? PromisedAnew { get; init; }
}

/// <summary>The kinds of things a follower can send.</summary>
internal enum PartKind
{
    Text,
    Voice,
    Picture,
    Location,

    /// <summary>Sent to a person who had taken over, but of a kind that is not kept: a video.</summary>
    NotKept,
}

/// <summary>What became of a part's file.</summary>
internal enum MediaState
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>It is still to be fetched.</summary>
    Waiting,
    Fetched,

    /// <summary>The platform's three days passed before it could be fetched.</summary>
    Expired,

    /// <summary>The platform does not give it out.</summary>
    Refused,
    TooLarge,
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Answers;

namespace WeChatBridge.Callbacks;

/// <summary>One message or event that arrived (一次到达), with the answer given to it: one row, so one commit.</summary>
internal sealed class InboundDelivery
{
    private InboundDelivery()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>What makes a repeat of it a repeat (排重); unique within the account.</summary>
    public string DeliveryKey { get; private set; } = "";

    public string OpenId { get; private set; } = "";

    /// <summary>The kind of message, in our words: the name of its record in the protocol library.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What the follower said, where it was words.</summary>
    public string Question { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    public AnswerKind AnswerKind { get; private set; }

    /// <summary>The text sent back; empty where nothing was to be said.</summary>
    public string ReplyText { get; private set; } = "";

    /// <summary>What was sent back where it was more than text (<see cref="Answers.ReplyContent"/>); else empty.</summary>
    public string ReplyContent { get; private set; } = "";

    public long? ReportId { get; private set; }

    public long? SectionId { get; private set; }

    public static InboundDelivery Of(Arrival arrival, Answer answer) => new()
    {
        AccountKey = arrival.AccountKey,
        DeliveryKey = arrival.DeliveryKey,
        OpenId = arrival.OpenId,
        Kind = arrival.Kind,
        Question = arrival.Question,
        ReceivedAt = arrival.At,
        AnswerKind = answer.Kind,
        ReplyText = answer.Text,
        ReplyContent = Answers.ReplyContent.ToText(answer.Content),
        ReportId = answer.Source?.ReportId,
        SectionId = answer.Source?.SectionId,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<InboundDelivery>
    {
        public void Configure(EntityTypeBuilder<InboundDelivery> builder)
        {
            builder.ToTable("InboundDeliveries").HasKey(delivery => delivery.Id);
            builder.Property(delivery => delivery.AccountKey).HasMaxLength(40);
            builder.Property(delivery => delivery.OpenId).HasMaxLength(64);
            builder.Property(delivery => delivery.Kind).HasMaxLength(60);
            builder.HasIndex(delivery => new { delivery.AccountKey, delivery.DeliveryKey }).IsUnique();
            builder.HasIndex(delivery => new { delivery.AccountKey, delivery.OpenId, delivery.ReceivedAt });
        }
    }
}

/// <summary>What is known of an arrival before it is answered.</summary>
internal sealed record Arrival(
    string AccountKey, string DeliveryKey, string OpenId, string Kind, string Question, DateTimeOffset At);

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Publishing.Drafts;

namespace WeChatBridge.Publishing.Previews;

/// <summary>
/// A message shown to named people on their own phones before it goes out (预览): which versions, asked for by whom, to whom and when. It is
/// tried once; what failed is asked for again by a person, and nothing of it touches the publication.
/// </summary>
internal sealed class PhonePreview : IErrand
{
    private readonly List<PreviewItem> _items = [];
    private readonly List<PreviewRecipient> _recipients = [];

    private PhonePreview()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>The publication it shows, as it was planned then; null where versions were named by themselves.</summary>
    public long? PublicationId { get; private set; }

    /// <summary>The sign-in name of who asked for it.</summary>
    public string AskedBy { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public PreviewState State { get; private set; }

    /// <summary>Why it ended before everybody was served, in Chinese; empty where there is nothing to say.</summary>
    public string Words { get; private set; } = "";

    public DateTimeOffset? EndedAt { get; private set; }

    public string ClaimedBy { get; private set; } = "";

    public DateTimeOffset? ClaimedUntil { get; private set; }

    public IReadOnlyList<PreviewItem> Items => _items;

    public IReadOnlyList<PreviewRecipient> Recipients => _recipients;

    /// <summary>As the audit trail names what was shown; by the hashes a case file finds it.</summary>
    public string AuditedVersions =>
        string.Join(' ', _items.OrderBy(item => item.Position).Select(item => $"{item.SubjectId} sha256 {item.ContentHash}"));

    public string AuditSubject => $"preview/{Id}";

    public static PhonePreview Of(
        string accountKey, long? publicationId, IEnumerable<PlannedArticle> versions, IEnumerable<NamedRecipient> recipients, string by,
        DateTimeOffset at)
    {
        var preview = new PhonePreview { AccountKey = accountKey, PublicationId = publicationId, AskedBy = by, AskedAt = at };
        preview._items.AddRange(versions.Select(PreviewItem.Of));
        preview._recipients.AddRange(recipients.Select(PreviewRecipient.Of));
        return preview;
    }

    public void Hold(DateTimeOffset until) => ClaimedUntil = until;

    public SendingAttempt Attempt(SendingStep step, string target, DateTimeOffset at) =>
        SendingAttempt.BeginForPreview(Id, step, target, at);

    /// <summary>It is over; who still waited gets nothing.</summary>
    public void End(string words, DateTimeOffset at)
    {
        _recipients.ForEach(recipient => recipient.GiveUp(words, at));
        (State, Words, EndedAt) = (PreviewState.Ended, words, at);
        (ClaimedBy, ClaimedUntil) = ("", null);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<PhonePreview>
    {
        public void Configure(EntityTypeBuilder<PhonePreview> builder)
        {
            builder.ToTable("PhonePreviews").HasKey(preview => preview.Id);
            builder.Property(preview => preview.AccountKey).HasMaxLength(40);
            builder.Property(preview => preview.AskedBy).HasMaxLength(100);
            builder.Property(preview => preview.ClaimedBy).HasMaxLength(40);
            builder.Ignore(preview => preview.AuditSubject).Ignore(preview => preview.AuditedVersions);
            builder.HasOne<Publication>().WithMany().HasForeignKey(preview => preview.PublicationId);
            builder.HasMany(preview => preview.Items).WithOne().HasForeignKey(item => item.PreviewId).IsRequired();
            builder.Navigation(preview => preview.Items).HasField("_items").AutoInclude();
            builder.HasMany(preview => preview.Recipients).WithOne().HasForeignKey(recipient => recipient.PreviewId).IsRequired();
            builder.Navigation(preview => preview.Recipients).HasField("_recipients").AutoInclude();
            builder.HasIndex(preview => preview.State);
            builder.HasIndex(preview => new { preview.AccountKey, preview.AskedAt });
        }
    }
}

/// <summary>How far a preview is.</summary>
internal enum PreviewState
{
    /// <summary>A worker takes it up within seconds.</summary>
    Asked,

    /// <summary>Its draft is made and shown; where its worker is gone it is ended, never gone on with.</summary>
    Running,
    Ended,
}

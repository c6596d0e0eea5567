using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Publishing.Previews;

namespace WeChatBridge.Publishing.Drafts;

/// <summary>
/// A draft that we put into the account's draft box (草稿箱), written down before the call that makes it. Where nobody needs it any more it is
/// deleted: anybody at the website could publish it by mistake.
/// </summary>
internal sealed class OwnDraft : IErrand
{
    private OwnDraft()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>The publication it was made for; null for a preview's.</summary>
    public long? PublicationId { get; private set; }

    /// <summary>The <see cref="Publication.ClientMessageId"/> of the sending it was made for: each sending makes a draft of its own.</summary>
    public string Sending { get; private set; } = "";

    /// <summary>The preview it was made for; null for a publication's.</summary>
    public long? PreviewId { get; private set; }

    /// <summary>The hashes of its versions in their order, with a space between, by which it is found where its name was never learnt.</summary>
    public string Contents { get; private set; } = "";

    /// <summary>What the platform calls it; null while that is not known, and for ever where the answer was lost.</summary>
    public string? MediaId { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public OwnDraftState State { get; private set; }

    /// <summary>How often its deletion was tried.</summary>
    public int Tries { get; private set; }

    /// <summary>Before this its deletion is not tried (again).</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>Why it still lies there, in Chinese; empty where there is nothing to say.</summary>
    public string Words { get; private set; } = "";

    public string ClaimedBy { get; private set; } = "";

    public DateTimeOffset? ClaimedUntil { get; private set; }

    public string AuditSubject => PublicationId is { } publication ? $"publication/{publication}" : $"preview/{PreviewId}";

    public static OwnDraft Of(Publication publication, DateTimeOffset at) => new()
    {
        AccountKey = publication.AccountKey,
        PublicationId = publication.Id,
        Sending = publication.ClientMessageId,
        Contents = string.Join(' ', publication.Items.OrderBy(item => item.Position).Select(item => item.ContentHash)),
        MadeAt = at,
    };

    public static OwnDraft Of(PhonePreview preview, DateTimeOffset at) => new()
    {
        AccountKey = preview.AccountKey,
        PreviewId = preview.Id,
        Contents = string.Join(' ', preview.Items.OrderBy(item => item.Position).Select(item => item.ContentHash)),
        MadeAt = at,
    };

    public void Hold(DateTimeOffset until) => ClaimedUntil = until;

    public SendingAttempt Attempt(SendingStep step, string target, DateTimeOffset at) => PublicationId is { } publication
        ? SendingAttempt.Begin(publication, step, target, at)
        : SendingAttempt.BeginForPreview(PreviewId!.Value, step, target, at);

    public void Name(string mediaId) => MediaId = mediaId;

    public void KeepUntil(DateTimeOffset at) => NotBefore = at;

    /// <summary>Somebody else needs it first: that counts as no try.</summary>
    public void Wait(DateTimeOffset until) => (NotBefore, ClaimedBy, ClaimedUntil) = (until, "", null);

    public void TryAgain(DateTimeOffset at, string words)
    {
        (Tries, Words) = (Tries + 1, words);
        Wait(at);
    }

    public void End(OwnDraftState state, string words = "")
    {
        (State, Words) = (state, words);
        (NotBefore, ClaimedBy, ClaimedUntil) = (null, "", null);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<OwnDraft>
    {
        public void Configure(EntityTypeBuilder<OwnDraft> builder)
        {
            builder.ToTable("OwnDrafts").HasKey(draft => draft.Id);
            builder.Property(draft => draft.AccountKey).HasMaxLength(40);
            builder.Property(draft => draft.Sending).HasMaxLength(32);
            builder.Property(draft => draft.Contents).HasMaxLength(Publication.MostItems * 65);
            builder.Property(draft => draft.MediaId).HasMaxLength(200);
            builder.Property(draft => draft.ClaimedBy).HasMaxLength(40);
            builder.Ignore(draft => draft.AuditSubject);
            builder.HasOne<Publication>().WithMany().HasForeignKey(draft => draft.PublicationId);
            builder.HasOne<PhonePreview>().WithMany().HasForeignKey(draft => draft.PreviewId);
            // One draft has one owner, whoever finds it.
            builder.HasIndex(draft => new { draft.AccountKey, draft.MediaId }).IsUnique();
            builder.HasIndex(draft => draft.State);
        }
    }
}

/// <summary>What became of a draft of ours.</summary>
internal enum OwnDraftState
{
    /// <summary>It lies there, or may.</summary>
    There,

    /// <summary>It is not there: deleted, or it never was.</summary>
    Gone,

    /// <summary>It could not be deleted: a person must do it on the website.</summary>
    Left,
}

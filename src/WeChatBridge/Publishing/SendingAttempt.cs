using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Publishing.Previews;

namespace WeChatBridge.Publishing;

/// <summary>
/// One outgoing step of a publication, or of a preview, written down before the call and ended after it. An attempt that was begun and
/// never ended is unknown, never "not done".
/// </summary>
internal sealed class SendingAttempt
{
    private SendingAttempt()
    {
    }

    public long Id { get; private set; }

    /// <summary>For the sake of which publication; null for a preview's.</summary>
    public long? PublicationId { get; private set; }

    /// <summary>For the sake of which preview; null for a publication's.</summary>
    public long? PreviewId { get; private set; }

    public SendingStep Step { get; private set; }

    /// <summary>What the step was about: a picture's hash, a draft's media id; empty where the step says it all.</summary>
    public string Target { get; private set; } = "";

    public DateTimeOffset BegunAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public AttemptOutcome Outcome { get; private set; }

    /// <summary>The platform's errcode, where it gave one.</summary>
    public int? Code { get; private set; }

    /// <summary>What the platform answered, as JSON without secrets; or why nobody knows.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Nobody knows what became of it: whoever began it is gone, or got no answer.</summary>
    public bool IsUnknown => Outcome is AttemptOutcome.Begun or AttemptOutcome.Unknown;

    internal static SendingAttempt Begin(long publicationId, SendingStep step, string target, DateTimeOffset at) => new()
    {
        PublicationId = publicationId,
        Step = step,
        Target = target,
        BegunAt = at,
    };

    internal static SendingAttempt BeginForPreview(long previewId, SendingStep step, string target, DateTimeOffset at) => new()
    {
        PreviewId = previewId,
        Step = step,
        Target = target,
        BegunAt = at,
    };

    internal void End(AttemptOutcome outcome, int? code, string answer, DateTimeOffset at)
    {
        Outcome = outcome;
        Code = code;
        Answer = answer;
        EndedAt = at;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<SendingAttempt>
    {
        public void Configure(EntityTypeBuilder<SendingAttempt> builder)
        {
            builder.ToTable("SendingAttempts").HasKey(attempt => attempt.Id);
            builder.Property(attempt => attempt.Target).HasMaxLength(200);
            builder.HasOne<Publication>().WithMany().HasForeignKey(attempt => attempt.PublicationId);
            builder.HasOne<PhonePreview>().WithMany().HasForeignKey(attempt => attempt.PreviewId);
            builder.HasIndex(attempt => new { attempt.PublicationId, attempt.Id });
            builder.HasIndex(attempt => new { attempt.Step, attempt.BegunAt });
        }
    }
}

/// <summary>The steps, in their order.</summary>
internal enum SendingStep
{
    BodyPicture,
    Cover,
    Draft,

    /// <summary>The draft read back and compared with what was sent.</summary>
    DraftComparison,
    Publish,
    MassSend,

    /// <summary>Asking what became of it.</summary>
    Outcome,

    /// <summary>Deleting what was public.</summary>
    Withdrawal,

    /// <summary>Looking whether a draft lies in the draft box whose name was never learnt.</summary>
    DraftSearch,

    /// <summary>Deleting a draft of ours that nobody needs any more.</summary>
    DraftRemoval,

    /// <summary>Showing a draft to one person.</summary>
    Preview,
}

/// <summary>How an attempt ended.</summary>
internal enum AttemptOutcome
{
    /// <summary>Begun; if whoever began it is gone, unknown.</summary>
    Begun,
    Done,
    Refused,
    Unknown,
}

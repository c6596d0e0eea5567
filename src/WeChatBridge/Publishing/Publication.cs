using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Publishing;

/// <summary>
/// One to eight articles that go out as one message (多图文) of one account at a due time (发布计划). It names the versions by hash; that
/// they are released is asked when it is claimed and again when the sending begins.
/// </summary>
internal sealed partial class Publication
{
    private readonly List<PublicationItem> _items = [];

    private Publication()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    public SendingAct Act { get; private set; }

    public int? AudienceTag { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public PublicationState State { get; private set; }

    /// <summary>Why it stands still and asks a person; <see cref="StopReason.None"/> while it does not.</summary>
    public StopReason StopReason { get; private set; }

    /// <summary>What the person is told, in Chinese.</summary>
    public string StopWords { get; private set; } = "";

    /// <summary>Who scheduled it last, by sign-in name.</summary>
    public string ScheduledBy { get; private set; } = "";

    public DateTimeOffset ScheduledAt { get; private set; }

    /// <summary>A person said that it goes out although it is late.</summary>
    public bool MayBeLate { get; private set; }

    /// <summary>Our own name for the mass send, the same for its one allowed repetition; 32 hexadecimal digits.</summary>
    public string ClientMessageId { get; private set; } = "";

    /// <summary>Who holds it, until <see cref="ClaimedUntil"/>.</summary>
    public string ClaimedBy { get; private set; } = "";

    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>When the first call of the sending itself (submit, sendall) was begun.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When the platform is asked next what became of it.</summary>
    public DateTimeOffset? AskAgainAt { get; private set; }

    public int TimesAsked { get; private set; }

    public string DraftMediaId { get; private set; } = "";

    /// <summary>The platform's number of the task: <c>publish_id</c>, or <c>msg_id</c> of a mass send.</summary>
    public string TaskId { get; private set; } = "";

    /// <summary><c>msg_data_id</c>: what comments and figures go by.</summary>
    public string DataId { get; private set; } = "";

    /// <summary><c>article_id</c> of a published message, by which it is deleted.</summary>
    public string PlatformArticleId { get; private set; } = "";

    /// <summary>It was pushed, and goes by its task; what a person only published from its draft goes by its <c>article_id</c>.</summary>
    internal bool IsKnownByTask => Act == SendingAct.MassSend && PlatformArticleId.Length == 0;

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Grows with each change; of two who change it at once, the second must look again.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<PublicationItem> Items => _items;

    /// <summary>Plans versions as one message, in this order.</summary>
    /// <param name="accountKey">The account.</param>
    /// <param name="act">What is done with them.</param>
    /// <param name="audienceTag">For a mass send: the followers' tag; null for everybody.</param>
    /// <param name="dueAt">When it goes out.</param>
    /// <param name="articles">One to eight versions.</param>
    /// <param name="by">The sign-in name of whoever plans it.</param>
    /// <param name="now">When they do.</param>
    internal static Publication Schedule(
        string accountKey, SendingAct act, int? audienceTag, DateTimeOffset dueAt, IReadOnlyList<PlannedArticle> articles, string by,
        DateTimeOffset now)
    {
        var publication = new Publication
        {
            AccountKey = accountKey,
            Act = act,
            AudienceTag = audienceTag,
            DueAt = dueAt,
            ScheduledBy = by,
            ScheduledAt = now,
        };
        publication._items.AddRange(articles.Select(PublicationItem.Of));
        return publication;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Publication>
    {
        public void Configure(EntityTypeBuilder<Publication> builder)
        {
            builder.ToTable("Publications").HasKey(one => one.Id);
            builder.Property(one => one.AccountKey).HasMaxLength(40);
            builder.Property(one => one.ScheduledBy).HasMaxLength(100);
            builder.Property(one => one.ClientMessageId).HasMaxLength(32);
            builder.Property(one => one.ClaimedBy).HasMaxLength(40);
            builder.Property(one => one.DraftMediaId).HasMaxLength(200);
            builder.Property(one => one.TaskId).HasMaxLength(64);
            builder.Property(one => one.DataId).HasMaxLength(64);
            builder.Property(one => one.PlatformArticleId).HasMaxLength(200);
            builder.Property(one => one.Revision).IsConcurrencyToken();
            builder.HasIndex(one => new { one.State, one.DueAt });
            builder.HasIndex(one => new { one.AccountKey, one.TaskId });
            builder.HasMany(one => one.Items).WithOne().HasForeignKey(item => item.PublicationId).IsRequired();
            builder.Navigation(one => one.Items).HasField("_items");
        }
    }
}

/// <summary>Where a publication stands.</summary>
internal enum PublicationState
{
    /// <summary>Waits for its due time.</summary>
    Scheduled,

    /// <summary>A worker takes its steps; after a crash, another goes on from the attempts.</summary>
    Sending,

    /// <summary>The platform took the task; what became of it comes by event, or by asking.</summary>
    Submitted,

    Published,

    /// <summary>The draft lies in the draft box; a person sends it on the website and enters its address.</summary>
    DraftReady,

    /// <summary>It stands still and asks a person (<see cref="StopReason"/>). Nothing went out.</summary>
    Stopped,

    /// <summary>It may have gone out (结果未知): looked up by the reconciler, or settled by a person with evidence.</summary>
    OutcomeUnknown,

    /// <summary>The platform refused it for good. Nothing is out.</summary>
    Refused,

    /// <summary>A person called it off before anything went out.</summary>
    Cancelled,

    /// <summary>It was public, and was taken back (撤稿).</summary>
    Withdrawn,
}

/// <summary>Why a publication asks a person.</summary>
internal enum StopReason
{
    None,

    /// <summary>The due time was missed by more than the account's limit.</summary>
    Late,

    /// <summary>One of its versions is not, or no longer, released; the whole message stops.</summary>
    NotReleased,
    QuotaExhausted,
    RightMissing,

    /// <summary>Keys, address list, or a penalty of the platform: the account cannot send now.</summary>
    AccountRefused,

    /// <summary>The account's administrator declined or did not confirm in time (群发保护).</summary>
    NotConfirmed,
    ContentRejected,
    PictureFailed,

    /// <summary>The draft at the platform reads otherwise than what was sent.</summary>
    ContentLost,

    /// <summary>The platform was not reached for too long; nothing went out.</summary>
    NotReached,

    /// <summary>Nobody knew, and a person found, with evidence, that nothing went out.</summary>
    NotSent,
}

/// <summary>One version as it is planned.</summary>
/// <param name="SubjectId">Which article, as reviews name it.</param>
/// <param name="ContentHash">Which version of it.</param>
/// <param name="Title">Its title, for lists.</param>
internal sealed record PlannedArticle(string SubjectId, string ContentHash, string Title);

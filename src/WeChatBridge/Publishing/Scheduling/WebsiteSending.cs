using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// What somebody sent by hand on the platform's website (在公众平台网站发送), registered so that it can be proved and is counted: it uses up
/// the day's allowance, and followers saw it. What was registered wrongly is struck out: it stays, and counts for nothing any more.
/// </summary>
internal sealed class WebsiteSending
{
    public const int LongestReason = 200;

    private WebsiteSending()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    public string Url { get; private set; } = "";

    public string Title { get; private set; } = "";

    public DateTimeOffset SentAt { get; private set; }

    public SendingAct Act { get; private set; }

    /// <summary>Who examined it before it was sent, as the person who registered it says.</summary>
    public string Reviewers { get; private set; } = "";

    /// <summary>Ours, whose draft was sent by hand; null where it never went through this system.</summary>
    public long? PublicationId { get; private set; }

    public string RegisteredBy { get; private set; } = "";

    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>When somebody struck it out (划去); null while it counts.</summary>
    public DateTimeOffset? StruckAt { get; private set; }

    public string StruckBy { get; private set; } = "";

    public string StruckReason { get; private set; } = "";

    /// <summary>Those of an account that count.</summary>
    public static IQueryable<WebsiteSending> Counted(BridgeContext context, string accountKey) =>
        context.Set<WebsiteSending>().Where(one => one.AccountKey == accountKey && one.StruckAt == null);

    public static WebsiteSending Of(string accountKey, NewWebsiteSending said, string by, DateTimeOffset at) => new()
    {
        AccountKey = accountKey,
        Url = said.Url,
        Title = said.Title,
        SentAt = said.SentAt,
        Act = said.Act,
        Reviewers = string.Join("、", said.Reviewers),
        RegisteredBy = by,
        RegisteredAt = at,
    };

    /// <summary>The draft of this publication, sent by hand; its reviewers stand in its reviews.</summary>
    public static WebsiteSending OfDraft(Publication publication, SendingAct act, string by, DateTimeOffset sentAt, DateTimeOffset at) => new()
    {
        AccountKey = publication.AccountKey,
        Url = publication.Items.MinBy(item => item.Position)!.Url,
        Title = publication.Items.MinBy(item => item.Position)!.Title,
        SentAt = sentAt,
        Act = act,
        PublicationId = publication.Id,
        RegisteredBy = by,
        RegisteredAt = at,
    };

    /// <summary>It was registered wrongly; what is wrong with that, in Chinese, or null when it is struck out.</summary>
    public string? Strike(string reason, string by, DateTimeOffset at)
    {
        if (StruckAt is not null)
        {
            return PublishingTexts.StruckAlready.With(Id, StruckBy);
        }

        (StruckReason, StruckBy, StruckAt) = (reason, by, at);
        return null;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<WebsiteSending>
    {
        public void Configure(EntityTypeBuilder<WebsiteSending> builder)
        {
            builder.ToTable("WebsiteSendings").HasKey(one => one.Id);
            builder.Property(one => one.AccountKey).HasMaxLength(40);
            builder.Property(one => one.Url).HasMaxLength(1000);
            builder.Property(one => one.Title).HasMaxLength(200);
            builder.Property(one => one.Reviewers).HasMaxLength(400);
            builder.Property(one => one.RegisteredBy).HasMaxLength(100);
            builder.Property(one => one.StruckBy).HasMaxLength(100);
            builder.Property(one => one.StruckReason).HasMaxLength(LongestReason);
            builder.HasOne<Publication>().WithMany().HasForeignKey(one => one.PublicationId);
            // Registered twice it would be counted twice; what was struck out may be registered as it should be.
            builder.HasIndex(one => new { one.AccountKey, one.Url }).HasFilter(""" "StruckAt" IS NULL """.Trim()).IsUnique();
            builder.HasIndex(one => new { one.AccountKey, one.SentAt });
        }
    }
}

/// <summary>What a person says of a sending on the website.</summary>
internal sealed record NewWebsiteSending(string Url, string Title, DateTimeOffset SentAt, SendingAct Act, IReadOnlyList<string> Reviewers);

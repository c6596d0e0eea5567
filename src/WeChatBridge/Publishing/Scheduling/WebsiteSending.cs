using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// What somebody sent by hand on the platform's website (在公众平台网站发送), registered so that it can be proved and is counted: it uses up
/// the day's allowance, and followers saw it.
/// </summary>
internal sealed class WebsiteSending
{
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
            builder.HasOne<Publication>().WithMany().HasForeignKey(one => one.PublicationId);
            // Registered twice it would be counted twice.
            builder.HasIndex(one => new { one.AccountKey, one.Url }).IsUnique();
            builder.HasIndex(one => new { one.AccountKey, one.SentAt });
        }
    }
}

/// <summary>What a person says of a sending on the website.</summary>
internal sealed record NewWebsiteSending(string Url, string Title, DateTimeOffset SentAt, SendingAct Act, IReadOnlyList<string> Reviewers);

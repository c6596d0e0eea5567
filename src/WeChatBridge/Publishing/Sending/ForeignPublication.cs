using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Publishing.Sending;

/// <summary>A message the platform shows as published that was not sent from here (非本系统发布): unreviewed, as far as anybody can prove.</summary>
internal sealed class ForeignPublication
{
    private ForeignPublication()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>The platform's <c>article_id</c>.</summary>
    public string ArticleId { get; private set; } = "";

    /// <summary>Of its first article.</summary>
    public string Title { get; private set; } = "";

    public string Url { get; private set; } = "";

    public int ArticleCount { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public DateTimeOffset FoundAt { get; private set; }

    public static ForeignPublication Of(string accountKey, WeChat.Api.FreePublish.ListedPublication listed, DateTimeOffset at) => new()
    {
        AccountKey = accountKey,
        ArticleId = listed.ArticleId,
        Title = listed.Content?.NewsItem.FirstOrDefault()?.Title ?? "",
        Url = listed.Content?.NewsItem.FirstOrDefault()?.Url ?? "",
        ArticleCount = listed.Content?.NewsItem.Count ?? 0,
        PublishedAt = listed.UpdateTime,
        FoundAt = at,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<ForeignPublication>
    {
        public void Configure(EntityTypeBuilder<ForeignPublication> builder)
        {
            builder.ToTable("ForeignPublications").HasKey(one => one.Id);
            builder.Property(one => one.AccountKey).HasMaxLength(40);
            builder.Property(one => one.ArticleId).HasMaxLength(200);
            builder.HasIndex(one => new { one.AccountKey, one.ArticleId }).IsUnique();
        }
    }
}

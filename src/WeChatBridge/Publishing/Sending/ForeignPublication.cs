using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.WeChat.Api.FreePublish;

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

    public static ForeignPublication Of(string accountKey, ListedPublication listed, DateTimeOffset at)
    {
        var articles = listed.Content?.NewsItem ?? [];
        var first = articles is [var one, ..] ? one : null;
        return new()
        {
            AccountKey = accountKey,
            ArticleId = listed.ArticleId,
            Title = first?.Title ?? "",
            Url = first?.Url ?? "",
            ArticleCount = articles.Count,
            PublishedAt = listed.UpdateTime,
            FoundAt = at,
        };
    }

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

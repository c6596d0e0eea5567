using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Publishing;

/// <summary>One article of a publication: which version, and what became of it.</summary>
internal sealed class PublicationItem
{
    private PublicationItem()
    {
    }

    public long Id { get; private set; }

    public long PublicationId { get; private set; }

    /// <summary>Its place in the message, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Which article, as reviews name it.</summary>
    public string SubjectId { get; private set; } = "";

    /// <summary>Which version: the hash of its <see cref="ArticleDocument"/>.</summary>
    public string ContentHash { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Its permanent address; empty until it is public.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The platform named it among those that failed.</summary>
    public bool HasFailed { get; private set; }

    public static PublicationItem Of(int position, PlannedArticle article) => new()
    {
        Position = position,
        SubjectId = article.SubjectId,
        ContentHash = article.ContentHash,
        Title = article.Title,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<PublicationItem>
    {
        public void Configure(EntityTypeBuilder<PublicationItem> builder)
        {
            builder.ToTable("PublicationItems").HasKey(item => item.Id);
            builder.Property(item => item.SubjectId).HasMaxLength(100);
            builder.Property(item => item.ContentHash).HasMaxLength(64);
            builder.Property(item => item.Title).HasMaxLength(200);
            builder.Property(item => item.Url).HasMaxLength(1000);
            builder.HasIndex(item => new { item.PublicationId, item.Position }).IsUnique();
            builder.HasIndex(item => new { item.SubjectId, item.ContentHash });
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Previews;

/// <summary>One version that was shown.</summary>
internal sealed class PreviewItem
{
    private PreviewItem()
    {
    }

    public long Id { get; private set; }

    public long PreviewId { get; private set; }

    /// <summary>Its place in the message, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Which article, as reviews name it.</summary>
    public string SubjectId { get; private set; } = "";

    /// <summary>Which version: the hash of its <see cref="ArticleDocument"/>.</summary>
    public string ContentHash { get; private set; } = "";

    public string Title { get; private set; } = "";

    public static PreviewItem Of(PlannedArticle version, int position) => new()
    {
        Position = position,
        SubjectId = version.SubjectId,
        ContentHash = version.ContentHash,
        Title = version.Title,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<PreviewItem>
    {
        public void Configure(EntityTypeBuilder<PreviewItem> builder)
        {
            builder.ToTable("PreviewItems").HasKey(item => item.Id);
            builder.Property(item => item.SubjectId).HasMaxLength(100);
            builder.Property(item => item.ContentHash).HasMaxLength(64);
            builder.Property(item => item.Title).HasMaxLength(200);
            // What was shown stays provable.
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(item => item.ContentHash).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(item => new { item.PreviewId, item.Position }).IsUnique();
            builder.HasIndex(item => new { item.SubjectId, item.ContentHash });
        }
    }
}

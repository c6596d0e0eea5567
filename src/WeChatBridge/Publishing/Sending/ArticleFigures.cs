using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.WeChat.Api.DataCube;

namespace WeChatBridge.Publishing.Sending;

/// <summary>How an article was read from its publication up to the end of one day, as the platform counts it.</summary>
internal sealed class ArticleFigures
{
    private ArticleFigures()
    {
    }

    public long ItemId { get; private set; }

    /// <summary>The last day counted.</summary>
    public DateOnly UpTo { get; private set; }

    public long Readers { get; private set; }

    public long Sharers { get; private set; }

    public long Likes { get; private set; }

    public long Comments { get; private set; }

    public long Collectors { get; private set; }

    public DateTimeOffset FetchedAt { get; private set; }

    public static ArticleFigures Of(long itemId, DateOnly upTo) => new() { ItemId = itemId, UpTo = upTo };

    /// <summary>The platform corrects its figures for some days.</summary>
    public void Count(ArticleTotalDay day, DateTimeOffset at)
    {
        (Readers, Sharers, Likes) = (day.ReadUser, day.ShareUser, day.LikeUser);
        (Comments, Collectors, FetchedAt) = (day.CommentCount, day.CollectionUser, at);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ArticleFigures>
    {
        public void Configure(EntityTypeBuilder<ArticleFigures> builder)
        {
            builder.ToTable("ArticleFigures").HasKey(one => new { one.ItemId, one.UpTo });
            builder.HasOne<PublicationItem>().WithMany().HasForeignKey(one => one.ItemId).IsRequired();
        }
    }
}

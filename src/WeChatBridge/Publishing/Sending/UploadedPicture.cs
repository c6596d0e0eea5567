using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// A picture the platform already has, by the hash of the bytes we hold: it is uploaded once for each account and use, and named again
/// by every later message.
/// </summary>
internal sealed class UploadedPicture
{
    private UploadedPicture()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    public PictureUse Use { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>The hash of the bytes that were sent; another one where the picture had to be converted.</summary>
    public string SentHash { get; private set; } = "";

    /// <summary>What the platform calls it: an address for bodies, a media id for covers.</summary>
    public string Name { get; private set; } = "";

    public DateTimeOffset UploadedAt { get; private set; }

    public static UploadedPicture Of(string accountKey, PictureUse use, PictureBytes picture, string name, DateTimeOffset at) => new()
    {
        AccountKey = accountKey,
        Use = use,
        Hash = picture.Hash,
        SentHash = picture.SentHash,
        Name = name,
        UploadedAt = at,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<UploadedPicture>
    {
        public void Configure(EntityTypeBuilder<UploadedPicture> builder)
        {
            builder.ToTable("UploadedPictures").HasKey(picture => picture.Id);
            builder.Property(picture => picture.AccountKey).HasMaxLength(40);
            builder.Property(picture => picture.Hash).HasMaxLength(64);
            builder.Property(picture => picture.SentHash).HasMaxLength(64);
            builder.Property(picture => picture.Name).HasMaxLength(1000);
            builder.HasIndex(picture => new { picture.AccountKey, picture.Use, picture.Hash }).IsUnique();
            // What was sent stays provable: neither file is unused while this row stands.
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(picture => picture.Hash).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(picture => picture.SentHash).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What a picture is for; the platform keeps the two apart.</summary>
internal enum PictureUse
{
    Body,
    Cover,
}

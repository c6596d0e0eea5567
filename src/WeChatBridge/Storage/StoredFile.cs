using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Storage;

/// <summary>A file kept in the store under the SHA-256 of its bytes, so that a backup of the store is a backup of everything.</summary>
internal sealed class StoredFile
{
    private StoredFile()
    {
    }

    public string Hash { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    public long Length { get; private set; }

    public byte[] Content { get; private set; } = [];

    public DateTimeOffset StoredAt { get; private set; }

    public static StoredFile Of(byte[] content, string mediaType, DateTimeOffset at) => new()
    {
        Hash = HashOf(content),
        MediaType = mediaType,
        Length = content.Length,
        Content = content,
        StoredAt = at,
    };

    /// <summary>Lower-case hexadecimal SHA-256, 64 characters.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    internal sealed class Mapping : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder)
        {
            builder.ToTable("StoredFiles").HasKey(file => file.Hash);
            builder.Property(file => file.Hash).HasMaxLength(64);
            builder.Property(file => file.MediaType).HasMaxLength(200);
        }
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Staff;

/// <summary>A one-time word with which the first administrator takes over a fresh system; the store knows its hash only.</summary>
internal sealed class ClaimToken
{
    /// <summary>How long it can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int Bytes = 24;

    private ClaimToken()
    {
    }

    public string Hash { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public static (ClaimToken Stored, string Word) New(DateTimeOffset now)
    {
        var word = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (new ClaimToken { Hash = HashOf(word), ExpiresAt = now + Lifetime }, word);
    }

    public static string HashOf(string word) => StoredFile.HashOf(System.Text.Encoding.UTF8.GetBytes(word.Trim()));

    internal sealed class Mapping : IEntityTypeConfiguration<ClaimToken>
    {
        public void Configure(EntityTypeBuilder<ClaimToken> builder)
        {
            builder.ToTable("ClaimTokens").HasKey(token => token.Hash);
            builder.Property(token => token.Hash).HasMaxLength(64);
        }
    }
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Staff.Bindings;

/// <summary>The one-time code with which a staff member proves to the account that a WeChat is theirs; the store knows its hash only.</summary>
internal sealed class BindingCode
{
    /// <summary>How long it can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Digits only: it is read off one screen and typed on another.</summary>
    public const int Digits = 8;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // Eight digits are soon tried out by who has a copy of the store; this makes it take longer than the code lives, and a reply not wait.
    private const int Rounds = 50_000;

    private BindingCode()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>The sign-in name of who may be bound by it.</summary>
    public string Name { get; private set; } = "";

    public string Salt { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public static (BindingCode Stored, string Word) New(string accountKey, string name, DateTimeOffset now)
    {
        var word = RandomNumberGenerator.GetString("0123456789", Digits);
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        var code = new BindingCode
        {
            AccountKey = accountKey,
            Name = name,
            Salt = salt,
            Hash = HashOf(word, salt),
            ExpiresAt = now + Lifetime,
        };
        return (code, word);
    }

    public bool Fits(string word) => CryptographicOperations.FixedTimeEquals(
        Convert.FromHexString(HashOf(word, Salt)), Convert.FromHexString(Hash));

    private static string HashOf(string word, string salt) => Convert.ToHexStringLower(
        Rfc2898DeriveBytes.Pbkdf2(word, Convert.FromHexString(salt), Rounds, HashAlgorithmName.SHA256, HashBytes));

    internal sealed class Mapping : IEntityTypeConfiguration<BindingCode>
    {
        public void Configure(EntityTypeBuilder<BindingCode> builder)
        {
            builder.ToTable("BindingCodes").HasKey(code => code.Id);
            builder.Property(code => code.AccountKey).HasMaxLength(40);
            builder.Property(code => code.Name).HasMaxLength(100);
            builder.Property(code => code.Salt).HasMaxLength(32);
            builder.Property(code => code.Hash).HasMaxLength(64);
            // Who takes a new one gives the old one up.
            builder.HasIndex(code => new { code.AccountKey, code.Name }).IsUnique();
        }
    }
}

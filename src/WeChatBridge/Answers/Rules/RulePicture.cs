using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Answers.Rules;

/// <summary>
/// A picture of a rule as the platform knows it: permanent material (永久素材), because a passive reply may be wanted for years and temporary
/// material ends after three days. Each account has its own.
/// </summary>
internal sealed class RulePicture
{
    private RulePicture()
    {
    }

    public string AccountKey { get; private set; } = "";

    public string FileHash { get; private set; } = "";

    /// <summary>Empty until the platform has it.</summary>
    public string MediaId { get; private set; } = "";

    /// <summary>When the last attempt began, written before it: no other instance begins one for a while.</summary>
    public DateTimeOffset? AttemptedAt { get; private set; }

    public static RulePicture Wanted(string accountKey, string fileHash) => new() { AccountKey = accountKey, FileHash = fileHash };

    internal sealed class Mapping : IEntityTypeConfiguration<RulePicture>
    {
        public void Configure(EntityTypeBuilder<RulePicture> builder)
        {
            builder.ToTable("RulePictures").HasKey(picture => new { picture.AccountKey, picture.FileHash });
            builder.Property(picture => picture.AccountKey).HasMaxLength(40);
            builder.Property(picture => picture.FileHash).HasMaxLength(64);
            builder.Property(picture => picture.MediaId).HasMaxLength(200);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Answers.Rules;

/// <summary>
/// A picture of a rule as the platform knows it: permanent material (永久素材), because a passive reply may be wanted for years and temporary
/// material ends after three days. Each account has its own. The row stands from the day a version that shows it was written: what a rule
/// said stays provable, so its file is never unused.
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

    /// <summary>Notes the pictures of rules that are written; their files are in the store, or added in this very transaction.</summary>
    public static async Task NoteAsync(
        BridgeContext context, string accountKey, IEnumerable<RuleContent> rules, CancellationToken cancellationToken)
    {
        var wanted = rules.SelectMany(rule => rule.Replies).OfType<RuleReply.Picture>().Select(picture => picture.FileHash)
            .Where(hash => hash.Length > 0).Distinct().ToList();
        var known = await context.Set<RulePicture>().Where(picture => picture.AccountKey == accountKey && wanted.Contains(picture.FileHash))
            .Select(picture => picture.FileHash).ToListAsync(cancellationToken);
        context.AddRange(wanted.Except(known).Select(hash => Wanted(accountKey, hash)));
        await context.SaveChangesAsync(cancellationToken);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<RulePicture>
    {
        public void Configure(EntityTypeBuilder<RulePicture> builder)
        {
            builder.ToTable("RulePictures").HasKey(picture => new { picture.AccountKey, picture.FileHash });
            builder.Property(picture => picture.AccountKey).HasMaxLength(40);
            builder.Property(picture => picture.FileHash).HasMaxLength(64);
            builder.Property(picture => picture.MediaId).HasMaxLength(200);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(picture => picture.FileHash).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

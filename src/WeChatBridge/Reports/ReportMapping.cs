using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Reports;

/// <summary>How reports lie in the store.</summary>
internal sealed class ReportMapping :
    IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<Section>, IEntityTypeConfiguration<QuotationGrant>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports").HasKey(report => report.Id);
        builder.Property(report => report.OwnerKey).HasMaxLength(40);
        builder.Property(report => report.FileHash).HasMaxLength(64);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(report => report.FileHash).OnDelete(DeleteBehavior.Restrict);
        // The same file is one report of an account, however often it is imported.
        builder.HasIndex(report => new { report.OwnerKey, report.FileHash }).IsUnique();
        builder.HasMany(report => report.Sections).WithOne().HasForeignKey(section => section.ReportId);
        builder.HasMany(report => report.Grants).WithOne().HasForeignKey(grant => grant.ReportId);
    }

    public void Configure(EntityTypeBuilder<Section> builder)
    {
        builder.ToTable("Sections").HasKey(section => section.Id);
        builder.HasIndex(section => new { section.ReportId, section.Ordinal }).IsUnique();
        builder.Property(section => section.HeadingPath).HasConversion(
            path => JsonSerializer.Serialize(path, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<string>>(json, JsonSerializerOptions.Default) ?? new List<string>(),
            new ValueComparer<List<string>>(
                (left, right) => left!.SequenceEqual(right!),
                path => path.Aggregate(0, HashCode.Combine),
                path => path.ToList()));
    }

    public void Configure(EntityTypeBuilder<QuotationGrant> builder)
    {
        builder.ToTable("QuotationGrants").HasKey(grant => new { grant.ReportId, grant.AccountKey });
        builder.Property(grant => grant.AccountKey).HasMaxLength(40);
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WeChatBridge.Storage;

namespace WeChatBridge.Reports;

/// <summary>How reports lie in the store.</summary>
internal sealed class ReportMapping :
    IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<Section>, IEntityTypeConfiguration<ReportVersion>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports").HasKey(report => report.Id);
        builder.Property(report => report.OwnerKey).HasMaxLength(40);
        builder.Property(report => report.FileHash).HasMaxLength(64);
        builder.Property(report => report.WithdrawnBy).HasMaxLength(100);
        builder.Property(report => report.Revocations).HasConversion(AsJson<QuotationRevocation>(), SameItems<QuotationRevocation>());
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(report => report.FileHash).OnDelete(DeleteBehavior.Restrict);
        // The same file is one report of an account, however often it is imported; a withdrawn one may come back as another report.
        builder.HasIndex(report => new { report.OwnerKey, report.FileHash }).IsUnique().HasFilter("\"WithdrawnAt\" IS NULL");
        builder.HasMany(report => report.Sections).WithOne().HasForeignKey(section => section.ReportId);
        builder.HasMany(report => report.Versions).WithOne().HasForeignKey(version => version.ReportId);
        builder.Ignore(report => report.Facts).Ignore(report => report.Grants).Ignore(report => report.Subject)
            .Ignore(report => report.Kind).Ignore(report => report.Title).Ignore(report => report.IssuingBody)
            .Ignore(report => report.IssuedOn).Ignore(report => report.Year);
    }

    public void Configure(EntityTypeBuilder<ReportVersion> builder)
    {
        builder.ToTable("ReportVersions").HasKey(version => version.Id);
        builder.Property(version => version.ContentHash).HasMaxLength(64);
        builder.Property(version => version.WrittenBy).HasMaxLength(100);
        builder.HasIndex(version => new { version.ReportId, version.ContentHash }).IsUnique();
        builder.ComplexProperty(version => version.Facts).Property(facts => facts.Grants)
            .HasConversion(AsJson<QuotationGrant>(), SameItems<QuotationGrant>());
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

    private static ValueConverter<IReadOnlyList<T>, string> AsJson<T>() => new(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Default) ?? new List<T>());

    private static ValueComparer<IReadOnlyList<T>> SameItems<T>() => new(
        (left, right) => left!.SequenceEqual(right!),
        list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
        list => list.ToList());
}

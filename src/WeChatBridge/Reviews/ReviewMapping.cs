using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Reviews;

/// <summary>How reviews lie in the store, and what the database itself does not let happen.</summary>
internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("Reviews").HasKey(review => review.Id);
        builder.Property(review => review.AccountKey).HasMaxLength(40);
        builder.Property(review => review.SubjectId).HasMaxLength(100);
        builder.Property(review => review.ContentHash).HasMaxLength(64);
        builder.Property(review => review.Plan).HasMaxLength(100).HasConversion(plan => plan.ToText(), text => ReviewPlan.Parse(text));
        builder.Property(review => review.Authors).HasConversion(
            names => JsonSerializer.Serialize(names, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<string>>(json, JsonSerializerOptions.Default) ?? new List<string>(),
            new ValueComparer<IReadOnlyList<string>>(
                (left, right) => left!.SequenceEqual(right!),
                names => names.Aggregate(0, HashCode.Combine),
                names => names.ToList()));
        builder.Property(review => review.Revision).IsConcurrencyToken();
        builder.HasMany(review => review.Steps).WithOne().HasForeignKey(step => step.ReviewId);
        builder.HasOne<Review>().WithMany().HasForeignKey(review => review.FollowsUpId).OnDelete(DeleteBehavior.Restrict);

        // One review per version (一事一审), one follow-up per emergency signature, one open review per subject.
        builder.HasIndex(review => new { review.Kind, review.AccountKey, review.SubjectId, review.ContentHash })
            .HasDatabaseName("IX_Reviews_Version").HasFilter(""" "FollowsUpId" IS NULL """.Trim()).IsUnique();
        builder.HasIndex(review => new { review.FollowsUpId, review.FollowsUpRound }).IsUnique();
        builder.HasIndex(review => new { review.Kind, review.AccountKey, review.SubjectId })
            .HasDatabaseName("IX_Reviews_OpenSubject").HasFilter(""" "State" = 'Open' AND "FollowsUpId" IS NULL """.Trim()).IsUnique();
    }
}

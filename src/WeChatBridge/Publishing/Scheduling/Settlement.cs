using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>What a person found out about a publication nobody knew the end of, and by what evidence. It is never changed.</summary>
internal sealed class Settlement
{
    private Settlement()
    {
    }

    public long Id { get; private set; }

    public long PublicationId { get; private set; }

    public SettledAs As { get; private set; }

    /// <summary>The person's words: where they looked and what they saw.</summary>
    public string Evidence { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static Settlement Of(long publicationId, SettledAs found, string evidence, string by, DateTimeOffset at) =>
        new() { PublicationId = publicationId, As = found, Evidence = evidence, By = by, At = at };

    internal sealed class Mapping : IEntityTypeConfiguration<Settlement>
    {
        public void Configure(EntityTypeBuilder<Settlement> builder)
        {
            builder.ToTable("Settlements").HasKey(one => one.Id);
            builder.Property(one => one.Evidence).HasMaxLength(1000);
            builder.Property(one => one.By).HasMaxLength(100);
            builder.HasOne<Publication>().WithMany().HasForeignKey(one => one.PublicationId).IsRequired();
        }
    }
}

/// <summary>What was found.</summary>
internal enum SettledAs
{
    Published,
    NotSent,
}

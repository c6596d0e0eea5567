using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Storage;

/// <summary>A named counter of the store that every instance can see: what is counted changed when the number did.</summary>
internal sealed class StoreMark
{
    /// <summary>Grows with each change of what answers are made of; search indexes are rebuilt when it does.</summary>
    public const string AnswerContent = "answer-content";

    /// <summary>1 once the seeds have been read into this store.</summary>
    public const string SeedsRead = "seeds-read";

    /// <summary>The last day on which what is past its time was deleted.</summary>
    public const string RetentionDay = "retention-day";

    private StoreMark()
    {
    }

    public string Name { get; private set; } = "";

    public long Number { get; private set; }

    public static Task<long> NumberAsync(BridgeContext context, string name, CancellationToken cancellationToken) =>
        context.Set<StoreMark>().Where(mark => mark.Name == name).Select(mark => mark.Number).SingleAsync(cancellationToken);

    /// <summary>Counts up inside the caller's transaction, so that nobody sees the new number before the new content.</summary>
    public static Task AdvanceAsync(BridgeContext context, string name, CancellationToken cancellationToken) =>
        context.Set<StoreMark>().Where(mark => mark.Name == name)
            .ExecuteUpdateAsync(mark => mark.SetProperty(m => m.Number, m => m.Number + 1), cancellationToken);

    /// <summary>Raises the number; false where it is as high already, because another instance was first.</summary>
    public static async Task<bool> ClaimAsync(BridgeContext context, string name, long number, CancellationToken cancellationToken) =>
        await context.Set<StoreMark>().Where(mark => mark.Name == name && mark.Number < number)
            .ExecuteUpdateAsync(mark => mark.SetProperty(m => m.Number, number), cancellationToken) == 1;

    internal sealed class Mapping : IEntityTypeConfiguration<StoreMark>
    {
        public void Configure(EntityTypeBuilder<StoreMark> builder)
        {
            builder.ToTable("StoreMarks").HasKey(mark => mark.Name);
            builder.Property(mark => mark.Name).HasMaxLength(60);
            builder.HasData(
                new StoreMark { Name = AnswerContent, Number = 0 },
                new StoreMark { Name = SeedsRead, Number = 0 },
                new StoreMark { Name = RetentionDay, Number = 0 });
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Answers;

/// <summary>A follower's word on an answer (有用 / 没用). Whose word it was is not kept.</summary>
internal sealed class AnswerRating
{
    private AnswerRating()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    public long ReportId { get; private set; }

    public long SectionId { get; private set; }

    public bool IsUseful { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static AnswerRating Of(string accountKey, long reportId, long sectionId, bool isUseful, DateTimeOffset at) => new()
    {
        AccountKey = accountKey,
        ReportId = reportId,
        SectionId = sectionId,
        IsUseful = isUseful,
        At = at,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<AnswerRating>
    {
        public void Configure(EntityTypeBuilder<AnswerRating> builder)
        {
            builder.ToTable("AnswerRatings").HasKey(rating => rating.Id);
            builder.Property(rating => rating.AccountKey).HasMaxLength(40);
            builder.HasIndex(rating => new { rating.AccountKey, rating.At });
        }
    }
}

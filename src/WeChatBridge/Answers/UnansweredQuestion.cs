using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Answers;

/// <summary>A question the documents did not answer (未命中), kept for staff to turn into a rule, a synonym or an article.</summary>
internal sealed class UnansweredQuestion
{
    private UnansweredQuestion()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>Only to erase it when the follower asks for that; nobody is shown it.</summary>
    public string OpenId { get; private set; } = "";

    public string Words { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static UnansweredQuestion Of(string accountKey, string openId, string words, DateTimeOffset at) => new()
    {
        AccountKey = accountKey,
        OpenId = openId,
        Words = words,
        At = at,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<UnansweredQuestion>
    {
        public void Configure(EntityTypeBuilder<UnansweredQuestion> builder)
        {
            builder.ToTable("UnansweredQuestions").HasKey(question => question.Id);
            builder.Property(question => question.AccountKey).HasMaxLength(40);
            builder.Property(question => question.OpenId).HasMaxLength(64);
            builder.HasIndex(question => new { question.AccountKey, question.At });
            builder.HasIndex(question => new { question.AccountKey, question.OpenId });
        }
    }
}

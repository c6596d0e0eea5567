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

    /// <summary>What staff made of it; null while it waits.</summary>
    public QuestionResolution? Resolution { get; private set; }

    public string ResolvedBy { get; private set; } = "";

    public DateTimeOffset? ResolvedAt { get; private set; }

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
            builder.Property(question => question.ResolvedBy).HasMaxLength(100);
            builder.HasIndex(question => new { question.AccountKey, question.At });
            builder.HasIndex(question => new { question.AccountKey, question.OpenId });
        }
    }
}

/// <summary>What staff made of questions that found nothing.</summary>
internal enum QuestionResolution
{
    /// <summary>A rule answers them now.</summary>
    Rule,

    /// <summary>A synonym leads to the section that answers them.</summary>
    Synonym,

    /// <summary>An article or a document was written.</summary>
    Article,

    /// <summary>They belong to another body.</summary>
    NotOurs,
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Answers.Rules;

/// <summary>A rule (自动回复规则) of an account: what stays the same through all its versions. What it says stands in its wordings.</summary>
internal sealed class AnswerRule
{
    private AnswerRule()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    public RuleOrigin Origin { get; private set; }

    /// <summary>What the platform's website called it, so that a second import knows it again; empty for rules of staff.</summary>
    public string WebsiteName { get; private set; } = "";

    /// <summary>Switched off it is silent, and speaks again as it was when switched on.</summary>
    public bool IsOn { get; private set; } = true;

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Since when it is silent for good.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>What its versions are submitted for review as.</summary>
    public string SubjectId => $"rule/{Id}";

    public bool MaySpeak => IsOn && RetiredAt is null;

    public static AnswerRule ByStaff(string accountKey, DateTimeOffset at) =>
        new() { AccountKey = accountKey, Origin = RuleOrigin.Staff, AddedAt = at };

    public static AnswerRule FromWebsite(string accountKey, string name, DateTimeOffset at) =>
        new() { AccountKey = accountKey, Origin = RuleOrigin.Website, WebsiteName = name, AddedAt = at };

    public void Switch(bool on) => IsOn = on;

    public void Retire(DateTimeOffset at) => RetiredAt = at;

    internal sealed class Mapping : IEntityTypeConfiguration<AnswerRule>
    {
        public void Configure(EntityTypeBuilder<AnswerRule> builder)
        {
            builder.ToTable("AnswerRules").HasKey(rule => rule.Id);
            builder.Property(rule => rule.AccountKey).HasMaxLength(40);
            builder.Property(rule => rule.WebsiteName).HasMaxLength(200);
            builder.HasIndex(rule => rule.AccountKey);
        }
    }
}

/// <summary>Where a rule comes from.</summary>
internal enum RuleOrigin
{
    Staff,

    /// <summary>Taken over from the platform's website (沿用原设置).</summary>
    Website,
}

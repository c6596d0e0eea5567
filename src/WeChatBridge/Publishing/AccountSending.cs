using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing;

/// <summary>What an account's sendings are allowed at the moment: paused by a person or by a refusal, and with which right.</summary>
internal sealed partial class AccountSending
{
    private AccountSending()
    {
    }

    public string AccountKey { get; private set; } = "";

    /// <summary>Nothing of this account goes out.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Why, in Chinese; empty while it is not paused.</summary>
    public string PauseReason { get; private set; } = "";

    /// <summary>Who paused it: a sign-in name, or the worker where no person did.</summary>
    public string PausedBy { get; private set; } = "";

    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>While a person's pause stands, why the worker would pause it besides, in Chinese; empty where it would not.</summary>
    public string RefusalReason { get; private set; } = "";

    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>Every reason that holds it; empty while it is not paused.</summary>
    public string PauseWords => RefusedAt is null ? PauseReason : PublishingTexts.PauseBesides.With(PauseReason, RefusalReason);

    /// <summary>The platform took the right to publish away (48001): drafts only, until a person says that it is back.</summary>
    public bool IsDraftOnly { get; private set; }

    public DateTimeOffset? DraftOnlySince { get; private set; }

    public int Revision { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<AccountSending>
    {
        public void Configure(EntityTypeBuilder<AccountSending> builder)
        {
            builder.ToTable("AccountSendings").HasKey(one => one.AccountKey);
            builder.Property(one => one.AccountKey).HasMaxLength(40);
            builder.Property(one => one.PausedBy).HasMaxLength(100);
            builder.Ignore(one => one.PauseWords);
            builder.Property(one => one.Revision).IsConcurrencyToken();
        }
    }
}

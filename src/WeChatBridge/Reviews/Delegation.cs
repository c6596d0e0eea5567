using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Reviews;

/// <summary>Somebody stands in for a reviewer during a holiday (代审): under their own name, for one account, for a stated time.</summary>
internal sealed class Delegation
{
    /// <summary>The longest absence that can be entered at once.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    private Delegation()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>Who is away.</summary>
    public string From { get; private set; } = "";

    /// <summary>Who stands in.</summary>
    public string To { get; private set; } = "";

    /// <summary>Who entered it: who is away, or an administrator for them.</summary>
    public string EnteredBy { get; private set; } = "";

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public static Delegation Of(NewDelegation wanted, string by) => new()
    {
        AccountKey = wanted.AccountKey,
        From = wanted.From,
        To = wanted.To,
        EnteredBy = by,
        StartsAt = wanted.StartsAt,
        EndsAt = wanted.EndsAt,
    };

    public void End(DateTimeOffset at) => EndsAt = at < EndsAt ? at : EndsAt;

    /// <summary>Those in force at this moment.</summary>
    public static IQueryable<Delegation> InForce(BridgeContext context, string accountKey, DateTimeOffset now) =>
        context.Set<Delegation>().Where(one => one.AccountKey == accountKey && one.StartsAt <= now && one.EndsAt > now);

    internal sealed class Mapping : IEntityTypeConfiguration<Delegation>
    {
        public void Configure(EntityTypeBuilder<Delegation> builder)
        {
            builder.ToTable("Delegations").HasKey(one => one.Id);
            builder.Property(one => one.AccountKey).HasMaxLength(40);
            builder.Property(one => one.From).HasMaxLength(100);
            builder.Property(one => one.To).HasMaxLength(100);
            builder.Property(one => one.EnteredBy).HasMaxLength(100);
            builder.HasIndex(one => new { one.AccountKey, one.To, one.EndsAt });
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Somebody who is on duty for an account on a day (值班): who confirms, looks after what was sent, and can stop it.</summary>
internal sealed class DutyDay
{
    private DutyDay()
    {
    }

    public string AccountKey { get; private set; } = "";

    public DateOnly Date { get; private set; }

    /// <summary>The sign-in name.</summary>
    public string Name { get; private set; } = "";

    public static DutyDay Of(string accountKey, DateOnly date, string name) => new() { AccountKey = accountKey, Date = date, Name = name };

    internal sealed class Mapping : IEntityTypeConfiguration<DutyDay>
    {
        public void Configure(EntityTypeBuilder<DutyDay> builder)
        {
            builder.ToTable("DutyDays").HasKey(one => new { one.AccountKey, one.Date, one.Name });
            builder.Property(one => one.AccountKey).HasMaxLength(40);
            builder.Property(one => one.Name).HasMaxLength(100);
        }
    }
}

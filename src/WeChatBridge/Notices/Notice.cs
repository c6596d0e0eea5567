using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Staff;

namespace WeChatBridge.Notices;

/// <summary>Something staff must be told of (待办), from when it began until it was settled.</summary>
internal sealed class Notice
{
    private const int LongestText = 300;

    private const char BetweenNames = ',';

    private Notice()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    public NoticeKind Kind { get; private set; }

    /// <summary>What it is about: <c>review/12/1/SignOff</c>, <c>publication/3</c>. Ids only.</summary>
    public string SubjectKey { get; private set; } = "";

    /// <summary>Who holds it in the account is told; null where persons are named.</summary>
    public Permission? Permission { get; private set; }

    /// <summary>The named persons, joined; each between two commas, so that a name can be looked for.</summary>
    public string Names { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>Null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public static Notice Of(WantedNotice wanted, DateTimeOffset at)
    {
        var notice = new Notice { AccountKey = wanted.AccountKey, Kind = wanted.Kind, SubjectKey = wanted.SubjectKey, RaisedAt = at };
        notice.Follow(wanted);
        return notice;
    }

    /// <summary>Says what is wanted now; it stays the same notice, seen by whom it was seen.</summary>
    public void Follow(WantedNotice wanted)
    {
        Permission = wanted.For.Permission;
        Names = wanted.For.Names.Count == 0
            ? ""
            : BetweenNames + string.Join(BetweenNames, wanted.For.Names) + BetweenNames;
        Text = wanted.Text.Length <= LongestText ? wanted.Text : wanted.Text[..(LongestText - 1)] + "…";
    }

    public void Settle(DateTimeOffset at) => SettledAt = at;

    /// <summary>Whether it is for this person.</summary>
    public bool IsFor(string name, IReadOnlySet<Permission> permissions) =>
        Permission is { } permission ? permissions.Contains(permission) : Names.Contains(BetweenNames + name + BetweenNames);

    internal sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> builder)
        {
            builder.ToTable("Notices").HasKey(notice => notice.Id);
            builder.Property(notice => notice.AccountKey).HasMaxLength(40);
            builder.Property(notice => notice.SubjectKey).HasMaxLength(200);
            builder.Property(notice => notice.Text).HasMaxLength(LongestText);
            // Two instances that raise the same at once: the second has nothing to do.
            builder.HasIndex(notice => new { notice.AccountKey, notice.Kind, notice.SubjectKey })
                .HasDatabaseName("IX_Notices_Open").HasFilter(""" "SettledAt" IS NULL """.Trim()).IsUnique();
            builder.HasIndex(notice => notice.SettledAt);
        }
    }
}

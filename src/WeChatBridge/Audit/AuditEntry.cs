using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Audit;

/// <summary>One line of the audit trail (审计日志): who did what, when, to what; chained to the line before it by hash.</summary>
internal sealed class AuditEntry
{
    /// <summary>What stands as the previous hash of the very first entry.</summary>
    public const string Root = "0000000000000000000000000000000000000000000000000000000000000000";

    private AuditEntry()
    {
    }

    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Actor { get; private set; } = "";

    /// <summary>The official account concerned; empty where the act concerns none.</summary>
    public string AccountKey { get; private set; } = "";

    public string Action { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Detail { get; private set; } = "";

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public static AuditEntry After(AuditEntry? previous, AuditedAct act, DateTimeOffset at)
    {
        var entry = new AuditEntry
        {
            Sequence = (previous?.Sequence ?? 0) + 1,
            // Whole milliseconds: the store keeps no finer ones, and the hash must survive the round trip.
            At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
            Actor = act.Actor,
            AccountKey = act.AccountKey,
            Action = act.Action,
            Subject = act.Subject,
            Detail = act.Detail,
            PreviousHash = previous?.Hash ?? Root,
        };
        entry.Hash = entry.ComputeHash();
        return entry;
    }

    /// <summary>SHA-256 over a JSON array of every field, so that no two different entries can read the same.</summary>
    public string ComputeHash() => HashOf(Sequence, At, new AuditedAct(Actor, AccountKey, Action, Subject, Detail), PreviousHash);

    /// <summary>The hash an entry with these fields has.</summary>
    public static string HashOf(long sequence, DateTimeOffset at, AuditedAct act, string previousHash)
    {
        object[] fields =
            [sequence, at.ToUnixTimeMilliseconds(), act.Actor, act.AccountKey, act.Action, act.Subject, act.Detail, previousHash];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(fields)));
    }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("AuditEntries").HasKey(entry => entry.Sequence);
            builder.Property(entry => entry.Sequence).ValueGeneratedNever();
            builder.Property(entry => entry.Actor).HasMaxLength(100);
            builder.Property(entry => entry.AccountKey).HasMaxLength(40);
            builder.Property(entry => entry.Action).HasMaxLength(60);
            builder.Property(entry => entry.PreviousHash).HasMaxLength(64);
            builder.Property(entry => entry.Hash).HasMaxLength(64);
            // Two writers that both read the same last entry cannot both append.
            builder.HasIndex(entry => entry.PreviousHash).IsUnique();
        }
    }
}

/// <summary>What is to be remembered of an act.</summary>
/// <param name="Actor">Who acted: a staff member's sign-in name, or the part of the system that did.</param>
/// <param name="AccountKey">The official account concerned, or empty.</param>
/// <param name="Action">What was done, in lower-case words joined by dots: <c>report.import</c>.</param>
/// <param name="Subject">What it was done to, such that it can be found again.</param>
/// <param name="Detail">What an inspector will want to know beside it.</param>
internal sealed record AuditedAct(string Actor, string AccountKey, string Action, string Subject, string Detail);

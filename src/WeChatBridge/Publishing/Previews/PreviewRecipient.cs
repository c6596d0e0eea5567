using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Previews;

/// <summary>Somebody a preview is shown to, and what became of it.</summary>
internal sealed class PreviewRecipient
{
    private PreviewRecipient()
    {
    }

    public long Id { get; private set; }

    public long PreviewId { get; private set; }

    /// <summary>Their turn, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The sign-in name of a staff member, whose bound WeChat it goes to; empty for a 微信号.</summary>
    public string StaffName { get; private set; } = "";

    /// <summary>The 微信号; empty for a staff member.</summary>
    public string WeChatName { get; private set; } = "";

    public PreviewEnding Ending { get; private set; }

    /// <summary>Why they did not get it, in Chinese; empty where there is nothing to say.</summary>
    public string Words { get; private set; } = "";

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>As staff read it.</summary>
    public string Label => StaffName.Length > 0 ? StaffName : WeChatName;

    /// <summary>As the audit trail and a case file name them: a 微信号 by its hash alone.</summary>
    public string AuditedName => new NamedRecipient(StaffName, WeChatName).AuditedName;

    /// <summary>What attempts are about.</summary>
    public string Target => $"recipient/{Position}";

    public static PreviewRecipient Of(NamedRecipient named, int position) =>
        new() { Position = position, StaffName = named.StaffName, WeChatName = named.WeChatName };

    public void End(PreviewEnding ending, string words, DateTimeOffset at) => (Ending, Words, EndedAt) = (ending, words, at);

    public void GiveUp(string words, DateTimeOffset at)
    {
        if (Ending == PreviewEnding.Waits)
        {
            End(PreviewEnding.NotMade, words, at);
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<PreviewRecipient>
    {
        public void Configure(EntityTypeBuilder<PreviewRecipient> builder)
        {
            builder.ToTable("PreviewRecipients").HasKey(recipient => recipient.Id);
            builder.Property(recipient => recipient.StaffName).HasMaxLength(100);
            builder.Property(recipient => recipient.WeChatName).HasMaxLength(NamedRecipient.LongestWeChatName);
            builder.Ignore(recipient => recipient.Label);
            builder.Ignore(recipient => recipient.AuditedName);
            builder.Ignore(recipient => recipient.Target);
            builder.HasIndex(recipient => new { recipient.PreviewId, recipient.Position }).IsUnique();
        }
    }
}

/// <summary>What became of a preview for one person.</summary>
internal enum PreviewEnding
{
    Waits,

    /// <summary>The platform took it.</summary>
    Shown,
    Refused,

    /// <summary>No answer came: they may have got it.</summary>
    Unknown,

    /// <summary>It never came to their turn.</summary>
    NotMade,
}

/// <summary>Somebody a person wants to show a message to: a staff member with their bound WeChat, or a 微信号.</summary>
internal sealed record NamedRecipient(string StaffName, string WeChatName)
{
    /// <summary>The platform's own limit is 20; older names are no longer.</summary>
    public const int LongestWeChatName = 40;

    public string Label => StaffName.Length > 0 ? StaffName : WeChatName;

    public string AuditedName => StaffName.Length > 0
        ? $"staff/{StaffName}"
        : $"wechat sha256 {StoredFile.HashOf(Encoding.UTF8.GetBytes(WeChatName))}";

    public static NamedRecipient Staff(string name) => new(name.Trim(), "");

    public static NamedRecipient WeChat(string name) => new("", name.Trim());
}

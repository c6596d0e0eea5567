using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Notices;

/// <summary>
/// A person has seen a notice. It goes on waiting: only what it tells of can settle it. What only tells, and asks for nothing, is settled by
/// being seen.
/// </summary>
internal sealed class NoticeSight
{
    private NoticeSight()
    {
    }

    public long NoticeId { get; private set; }

    /// <summary>The sign-in name.</summary>
    public string Name { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static NoticeSight Of(long noticeId, string name, DateTimeOffset at) => new() { NoticeId = noticeId, Name = name, At = at };

    internal sealed class Mapping : IEntityTypeConfiguration<NoticeSight>
    {
        public void Configure(EntityTypeBuilder<NoticeSight> builder)
        {
            builder.ToTable("NoticeSights").HasKey(sight => new { sight.NoticeId, sight.Name });
            builder.Property(sight => sight.Name).HasMaxLength(100);
            builder.HasOne<Notice>().WithMany().HasForeignKey(sight => sight.NoticeId).IsRequired();
        }
    }
}

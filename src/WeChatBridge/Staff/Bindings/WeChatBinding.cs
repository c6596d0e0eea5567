using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Staff.Bindings;

/// <summary>The WeChat of a staff member, bound to them on one account (绑定微信): one of each.</summary>
internal sealed class WeChatBinding
{
    private WeChatBinding()
    {
    }

    public string AccountKey { get; private set; } = "";

    public string OpenId { get; private set; } = "";

    /// <summary>The sign-in name.</summary>
    public string Name { get; private set; } = "";

    public DateTimeOffset BoundAt { get; private set; }

    public static WeChatBinding Of(string accountKey, string openId, string name, DateTimeOffset at) =>
        new() { AccountKey = accountKey, OpenId = openId, Name = name, BoundAt = at };

    internal sealed class Mapping : IEntityTypeConfiguration<WeChatBinding>
    {
        public void Configure(EntityTypeBuilder<WeChatBinding> builder)
        {
            builder.ToTable("WeChatBindings").HasKey(binding => new { binding.AccountKey, binding.OpenId });
            builder.Property(binding => binding.AccountKey).HasMaxLength(40);
            builder.Property(binding => binding.OpenId).HasMaxLength(64);
            builder.Property(binding => binding.Name).HasMaxLength(100);
            builder.HasIndex(binding => new { binding.AccountKey, binding.Name }).IsUnique();
        }
    }
}

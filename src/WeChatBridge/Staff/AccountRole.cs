using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Staff;

/// <summary>
/// What a staff member is for one official account. The accounts belong to two bodies: a role in one is none in the other.
/// </summary>
internal sealed class AccountRole(string accountKey, StaffRole role)
{
    public long StaffMemberId { get; private set; }

    public string AccountKey { get; private set; } = accountKey;

    public StaffRole Role { get; private set; } = role;

    public bool Is(string accountKey, StaffRole role) => AccountKey == accountKey && Role == role;

    internal sealed class Mapping : IEntityTypeConfiguration<AccountRole>
    {
        public void Configure(EntityTypeBuilder<AccountRole> builder)
        {
            builder.ToTable("AccountRoles").HasKey(held => new { held.StaffMemberId, held.AccountKey, held.Role });
            builder.Property(held => held.AccountKey).HasMaxLength(40);
        }
    }
}

/// <summary>The roles of an office (岗位); one person may have several. <see cref="PermissionTable"/> says what each may do.</summary>
internal enum StaffRole
{
    /// <summary>经办人.</summary>
    Editor,

    /// <summary>审核人.</summary>
    Reviewer,

    /// <summary>签发人.</summary>
    SigningOfficer,

    /// <summary>值班员.</summary>
    DutyOfficer,

    /// <summary>管理员.</summary>
    Administrator,

    /// <summary>督办: alone sees what citizens write about officials.</summary>
    Supervisor,
}

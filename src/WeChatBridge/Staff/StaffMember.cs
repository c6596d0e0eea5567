using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Staff;

/// <summary>
/// A person of the office who works with the system (工作人员). Their sign-in name stands in the audit trail and under reviews, so it is
/// never changed and nobody is ever deleted: who leaves is disabled.
/// </summary>
internal sealed class StaffMember : IdentityUser<long>
{
    /// <summary>Wrong passwords in a row until the member has to wait.</summary>
    public const int FailuresAllowed = 5;

    /// <summary>How long they then wait.</summary>
    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);

    private readonly List<AccountRole> _roles = [];

    /// <summary>For the store alone; a new member is made by <see cref="Named"/>.</summary>
    public StaffMember()
    {
    }

    /// <summary>The sign-in name, in lower case.</summary>
    public string Name => UserName ?? "";

    /// <summary>The name colleagues know: 张三.</summary>
    public string DisplayName { get; private set; } = "";

    public bool IsEnabled { get; private set; } = true;

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When somebody else took their authenticator away; null where nobody did.</summary>
    public DateTimeOffset? AuthenticatorResetAt { get; private set; }

    /// <summary>Who did; empty where nobody did.</summary>
    public string AuthenticatorResetBy { get; private set; } = "";

    public IReadOnlyList<AccountRole> Roles => _roles;

    public static StaffMember Named(string name, string displayName, DateTimeOffset at) =>
        new() { UserName = name.ToLowerInvariant(), DisplayName = displayName, AddedAt = at };

    /// <summary>Whether they have any role in the account.</summary>
    public bool WorksFor(string accountKey) => _roles.Exists(held => held.AccountKey == accountKey);

    /// <summary>False when they had the role already.</summary>
    public bool Grant(string accountKey, StaffRole role)
    {
        if (_roles.Any(held => held.Is(accountKey, role)))
        {
            return false;
        }

        _roles.Add(new AccountRole(accountKey, role));
        return true;
    }

    /// <summary>False when they did not have the role.</summary>
    public bool Revoke(string accountKey, StaffRole role) => _roles.RemoveAll(held => held.Is(accountKey, role)) > 0;

    public void Disable() => IsEnabled = false;

    public void Enable() => IsEnabled = true;

    /// <summary>Wrong passwords lock for a while; our own clock decides, because Identity's lockout reads the machine's.</summary>
    public bool IsLockedAt(DateTimeOffset now) => LockoutEnd > now;

    /// <summary>Whether this failure was the one too many.</summary>
    public bool CountFailure(DateTimeOffset now)
    {
        if (++AccessFailedCount < FailuresAllowed)
        {
            return false;
        }

        AccessFailedCount = 0;
        LockoutEnd = now + LockoutTime;
        return true;
    }

    public void ForgetFailures()
    {
        AccessFailedCount = 0;
        LockoutEnd = null;
    }

    /// <summary>It is lost, and somebody else gives the sign-in back without it: that must not go unseen by whose it is.</summary>
    public void LoseAuthenticator(string by, DateTimeOffset at) => (AuthenticatorResetBy, AuthenticatorResetAt) = (by, at);

    internal sealed class Mapping : IEntityTypeConfiguration<StaffMember>, IEntityTypeConfiguration<IdentityUserToken<long>>
    {
        private const int LongestName = 100;

        public void Configure(EntityTypeBuilder<StaffMember> builder)
        {
            builder.ToTable("StaffMembers").HasKey(member => member.Id);
            builder.Property(member => member.UserName).HasColumnName("Name").HasMaxLength(LongestName).IsRequired();
            builder.Property(member => member.NormalizedUserName).HasColumnName("NormalizedName").HasMaxLength(LongestName).IsRequired();
            builder.Property(member => member.DisplayName).HasMaxLength(LongestName);
            builder.Property(member => member.AuthenticatorResetBy).HasMaxLength(LongestName);
            builder.Property(member => member.ConcurrencyStamp).IsConcurrencyToken();
            builder.HasIndex(member => member.NormalizedUserName).IsUnique();
            builder.HasMany(member => member.Roles).WithOne().HasForeignKey(role => role.StaffMemberId);
            builder.Ignore(member => member.Name)
                .Ignore(member => member.LockoutEnabled)
                .Ignore(member => member.Email)
                .Ignore(member => member.NormalizedEmail)
                .Ignore(member => member.EmailConfirmed)
                .Ignore(member => member.PhoneNumber)
                .Ignore(member => member.PhoneNumberConfirmed);
        }

        /// <summary>Where Identity keeps the authenticator's key and the recovery codes.</summary>
        public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder)
        {
            builder.ToTable("StaffTokens").HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
            builder.Property(token => token.UserId).HasColumnName("StaffMemberId");
            builder.Property(token => token.LoginProvider).HasMaxLength(60);
            builder.Property(token => token.Name).HasMaxLength(60);
            builder.HasOne<StaffMember>().WithMany().HasForeignKey(token => token.UserId);
        }
    }
}

using WeChatBridge.Texts;

namespace WeChatBridge.Staff;

/// <summary>
/// The person who acts in a desk: a staff member who has just proved who they are, or one of the two named actors that need no password.
/// A convention test holds that members are admitted in this folder only.
/// </summary>
internal sealed class Acting
{
    /// <summary>Puts in what a fresh store starts with.</summary>
    public static readonly Acting Installer = new(
        "installer",
        null,
        [],
        [Permission.ImportReports, Permission.ConfirmReports, Permission.KeepRules, Permission.ConfirmRules, Permission.KeepAccounts]);

    /// <summary>Whoever can run the program on the server is the machine's administrator.</summary>
    public static readonly Acting CommandLine = new(
        "command-line",
        null,
        [],
        [
            Permission.ImportReports, Permission.ConfirmReports, Permission.WithdrawReports, Permission.PauseAccount,
            Permission.ExportCaseFile, Permission.KeepStaff, Permission.KeepAccounts, Permission.ReadAudit,
        ]);

    private readonly IReadOnlyList<AccountRole> _roles;
    private readonly IReadOnlyList<Permission> _everywhere;

    private Acting(string name, string? displayName, IReadOnlyList<AccountRole> roles, IReadOnlyList<Permission> everywhere)
    {
        Name = name;
        DisplayName = displayName ?? name;
        IsPerson = displayName is not null;
        _roles = roles;
        _everywhere = everywhere;
    }

    /// <summary>What stands in the audit trail: the sign-in name.</summary>
    public string Name { get; }

    public string DisplayName { get; }

    /// <summary>False for the installer and the command line: they release what they bring, and can review nothing.</summary>
    public bool IsPerson { get; }

    public static Acting Of(StaffMember member) => member.IsEnabled
        ? new Acting(member.Name, member.DisplayName, [.. member.Roles], [])
        : throw new InvalidOperationException($"{member.Name} is disabled.");

    /// <summary>Whether the name belongs to one of the actors that are no persons.</summary>
    public static bool IsReserved(string name) => name == Installer.Name || name == CommandLine.Name;

    public bool May(Permission permission, string accountKey) => _everywhere.Contains(permission)
        || _roles.Any(held => held.AccountKey == accountKey && PermissionTable.Of(held.Role).Contains(permission));

    /// <summary>Whether they may do it for at least one account.</summary>
    public bool MaySomewhere(Permission permission) => _everywhere.Contains(permission)
        || _roles.Any(held => PermissionTable.Of(held.Role).Contains(permission));

    /// <summary>Why they may not, as a sentence for them; null when they may.</summary>
    public string? Objection(Permission permission, string accountKey) => May(permission, accountKey)
        ? null
        : StaffTexts.PermissionMissing.With(DisplayName, accountKey, PermissionTable.NameOf(permission));
}

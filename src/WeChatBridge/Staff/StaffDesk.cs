using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Staff;

/// <summary>
/// Takes on staff, gives and takes roles, disables, sets a new password, takes a lost authenticator away. Nobody does any of it to themselves.
/// </summary>
internal sealed partial class StaffDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    private const int LongestDisplayName = 40;

    public async Task<Outcome<StaffMember>> AddAsync(NewStaffMember person, Acting by, CancellationToken cancellationToken)
    {
        if (ObjectionTo(person) is { } refusal)
        {
            return Outcome<StaffMember>.Refused(refusal);
        }

        var forbidden = person.Roles.Select(role => role.AccountKey).Distinct()
            .Select(key => by.Objection(Permission.KeepStaff, key)).FirstOrDefault(objection => objection is not null);
        if (forbidden is not null || !by.MaySomewhere(Permission.KeepStaff))
        {
            return Outcome<StaffMember>.Refused(forbidden ?? by.Objection(Permission.KeepStaff, "")!);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var added = await EnterAsync(context, person, clock.GetUtcNow());
        if (added.IsDone)
        {
            var act = new AuditedAct(by.Name, "", "staff.add", $"staff/{added.Value.Name}", Describe(added.Value));
            await audit.AppendAsync(context, act, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return added;
    }

    public Task<Outcome<StaffMember>> GrantAsync(
        string name, string accountKey, StaffRole role, Acting by, CancellationToken cancellationToken) => ChangeAsync(
        name,
        by,
        new Change(
            "staff.grant",
            accountKey,
            member => member.Grant(accountKey, role) ? null : StaffTexts.RoleHeld.With(member.DisplayName, accountKey, NameOf(role)),
            role.ToString()),
        cancellationToken);

    public Task<Outcome<StaffMember>> RevokeAsync(
        string name, string accountKey, StaffRole role, Acting by, CancellationToken cancellationToken) => ChangeAsync(
        name,
        by,
        new Change(
            "staff.revoke",
            accountKey,
            member => member.Revoke(accountKey, role) ? null : StaffTexts.RoleNotHeld.With(member.DisplayName, accountKey, NameOf(role)),
            role.ToString()),
        cancellationToken);

    /// <summary>Their open work stays where it is; they cannot act any more.</summary>
    public Task<Outcome<StaffMember>> DisableAsync(string name, Acting by, CancellationToken cancellationToken) =>
        ChangeAsync(name, by, new Change("staff.disable", null, Do(member => member.Disable())), cancellationToken);

    public Task<Outcome<StaffMember>> EnableAsync(string name, Acting by, CancellationToken cancellationToken) =>
        ChangeAsync(name, by, new Change("staff.enable", null, Do(member => member.Enable())), cancellationToken);

    /// <summary>A new password ends a lockout, and every sign-in that rests on the old one.</summary>
    public Task<Outcome<StaffMember>> ResetPasswordAsync(string name, string password, Acting by, CancellationToken cancellationToken) =>
        ChangeAsync(
            name,
            by,
            new Change("staff.password", null, member => PasswordRules.Objection(password, member.Name)) { NewPassword = password },
            cancellationToken);

    /// <summary>
    /// For who has lost their authenticator and the recovery codes with it: they sign in with the password alone until they set up another,
    /// and are told by a notice.
    /// </summary>
    public Task<Outcome<StaffMember>> ResetAuthenticatorAsync(string name, Acting by, CancellationToken cancellationToken) => ChangeAsync(
        name,
        by,
        new Change(
            "staff.authenticator-reset",
            null,
            member =>
            {
                if (!member.TwoFactorEnabled)
                {
                    return StaffTexts.AuthenticatorNotInUse.With(member.DisplayName);
                }

                member.LoseAuthenticator(by.Name, clock.GetUtcNow());
                return null;
            })
        { LosesAuthenticator = true },
        cancellationToken);

    /// <summary>Everybody, for an administrator of any account.</summary>
    public async Task<Outcome<IReadOnlyList<StaffMember>>> ListAsync(Acting by, CancellationToken cancellationToken)
    {
        if (!by.MaySomewhere(Permission.KeepStaff))
        {
            return Outcome<IReadOnlyList<StaffMember>>.Refused(by.Objection(Permission.KeepStaff, "")!);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Outcome<IReadOnlyList<StaffMember>>.Done(await context.Set<StaffMember>().AsNoTracking().Include(member => member.Roles)
            .OrderBy(member => member.UserName).ToListAsync(cancellationToken));
    }

    /// <summary>The role as staff call it.</summary>
    public static string NameOf(StaffRole role) => role switch
    {
        StaffRole.Editor => StaffTexts.RoleEditor,
        StaffRole.Reviewer => StaffTexts.RoleReviewer,
        StaffRole.SigningOfficer => StaffTexts.RoleSigningOfficer,
        StaffRole.DutyOfficer => StaffTexts.RoleDutyOfficer,
        StaffRole.Administrator => StaffTexts.RoleAdministrator,
        _ => StaffTexts.RoleSupervisor,
    };

    /// <summary>Why this cannot be a new member; null when it can.</summary>
    public static string? ObjectionTo(NewStaffMember person) => person switch
    {
        _ when !NamePattern().IsMatch(person.Name) || Acting.IsReserved(person.Name.ToLowerInvariant()) =>
            StaffTexts.StaffNameMalformed.With(person.Name),
        _ when string.IsNullOrWhiteSpace(person.DisplayName) || person.DisplayName.Length > LongestDisplayName =>
            StaffTexts.StaffDisplayNameMalformed.With(LongestDisplayName),
        _ => PasswordRules.Objection(person.Password, person.Name),
    };

    /// <summary>Enters a member whom the rules let pass, in the caller's transaction.</summary>
    public static async Task<Outcome<StaffMember>> EnterAsync(BridgeContext context, NewStaffMember person, DateTimeOffset at)
    {
        var members = StaffRegister.On(context);
        if (await members.FindByNameAsync(person.Name) is not null)
        {
            return Outcome<StaffMember>.Refused(StaffTexts.StaffNameTaken.With(person.Name));
        }

        var member = StaffMember.Named(person.Name, person.DisplayName.Trim(), at);
        foreach (var (accountKey, role) in person.Roles)
        {
            member.Grant(accountKey, role);
        }

        (await members.CreateAsync(member, person.Password)).Demand();
        return member;
    }

    /// <summary>What the audit trail says of a new member: their roles, and the name colleagues know by its hash.</summary>
    public static string Describe(StaffMember member)
    {
        var roles = string.Join(", ", member.Roles.Select(held => $"{held.AccountKey}:{held.Role}").Order(StringComparer.Ordinal));
        return $"{roles}; name sha256 {AuditedWords.HashOf(member.DisplayName)}";
    }

    private async Task<Outcome<StaffMember>> ChangeAsync(string name, Acting by, Change change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var member = await StaffRegister.TakeAsync(context, name, cancellationToken);
        if (ObjectionTo(member, name, by, change.AccountKey) is { } forbidden)
        {
            return Outcome<StaffMember>.Refused(forbidden);
        }

        if (change.Apply(member!) is { } refusal)
        {
            return Outcome<StaffMember>.Refused(refusal);
        }

        await SaveAsync(context, member!, change);
        var act = new AuditedAct(by.Name, change.AccountKey ?? "", change.Action, $"staff/{member!.Name}", change.Detail);
        await audit.AppendAsync(context, act, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return member;
    }

    /// <summary>An administrator of one body has no power over who works for the other: the act needs every account it touches.</summary>
    private static string? ObjectionTo(StaffMember? member, string name, Acting by, string? accountKey)
    {
        if (!by.MaySomewhere(Permission.KeepStaff))
        {
            return by.Objection(Permission.KeepStaff, accountKey ?? "");
        }

        if (member is null)
        {
            return StaffTexts.StaffUnknown.With(name);
        }

        if (member.Name == by.Name)
        {
            return StaffTexts.StaffNotOneself;
        }

        var touched = accountKey is null ? member.Roles.Select(held => held.AccountKey) : [accountKey];
        return touched.Select(key => by.Objection(Permission.KeepStaff, key)).FirstOrDefault(objection => objection is not null);
    }

    private static async Task SaveAsync(BridgeContext context, StaffMember member, Change change)
    {
        // A new role is saved by itself: Identity's store would take it for a changed one.
        await context.SaveChangesAsync();
        var members = StaffRegister.On(context);
        if (change.NewPassword is not null)
        {
            member.ForgetFailures();
            (await members.RemovePasswordAsync(member)).Demand();
            (await members.AddPasswordAsync(member, change.NewPassword)).Demand();
        }

        if (change.LosesAuthenticator)
        {
            (await members.SetTwoFactorEnabledAsync(member, false)).Demand();
            (await members.ResetAuthenticatorKeyAsync(member)).Demand();
        }

        // Whoever is signed in must be looked at again.
        (await members.UpdateSecurityStampAsync(member)).Demand();
    }

    private static Func<StaffMember, string?> Do(Action<StaffMember> change) => member =>
    {
        change(member);
        return null;
    };

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();

    /// <param name="Action">What the audit trail calls it.</param>
    /// <param name="AccountKey">The account concerned; null when the whole person is.</param>
    /// <param name="Apply">Changes the member, or says why not.</param>
    /// <param name="Detail">What the audit trail says beside it.</param>
    private sealed record Change(string Action, string? AccountKey, Func<StaffMember, string?> Apply, string Detail = "")
    {
        public string? NewPassword { get; init; }

        public bool LosesAuthenticator { get; init; }
    }
}

/// <summary>A person to be taken on.</summary>
internal sealed record NewStaffMember(
    string Name, string DisplayName, string Password, IReadOnlyList<(string AccountKey, StaffRole Role)> Roles)
{
    /// <summary>The password is never written out, whoever formats the record.</summary>
    public override string ToString() => $"NewStaffMember({Name})";
}

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeChatBridge.Storage;

namespace WeChatBridge.Staff;

/// <summary>
/// ASP.NET Core Identity on the context of one transaction: password hashes, security stamps, authenticator keys, recovery codes. Names,
/// passwords and lockout follow our own rules, because Identity's speak English and read the machine's clock.
/// </summary>
internal static class StaffRegister
{
    private static readonly IOptions<IdentityOptions> Rules = Options.Create(new IdentityOptions());

    private static readonly PasswordHasher<StaffMember> Hasher = new();

    private static readonly StaffMember Nobody = new();

    private static readonly Lazy<string> Unused = new(() => Hasher.HashPassword(Nobody, Guid.NewGuid().ToString()));

    public static UserManager<StaffMember> On(BridgeContext context)
    {
        var members = new UserManager<StaffMember>(
            new Store(context),
            Rules,
            Hasher,
            [],
            [],
            new UpperInvariantLookupNormalizer(),
            new IdentityErrorDescriber(),
            null!,
            NullLogger<UserManager<StaffMember>>.Instance);
        members.RegisterTokenProvider(TokenOptions.DefaultAuthenticatorProvider, new AuthenticatorTokenProvider<StaffMember>());
        return members;
    }

    /// <summary>The member as they stand, without their roles; null when there is none of that name.</summary>
    public static Task<StaffMember?> FindAsync(BridgeContext context, string name, CancellationToken cancellationToken)
    {
        var canonical = Canonical(name);
        return context.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(member => member.UserName == canonical, cancellationToken);
    }

    /// <summary>The member with their roles, to be changed in the caller's transaction; null when there is none of that name.</summary>
    /// <remarks>The row is locked first, so that failures counted at the same moment add up on every database.</remarks>
    public static async Task<StaffMember?> TakeAsync(BridgeContext context, string name, CancellationToken cancellationToken)
    {
        var canonical = Canonical(name);
        var stamp = Guid.NewGuid().ToString();
        await context.Set<StaffMember>().Where(member => member.UserName == canonical)
            .ExecuteUpdateAsync(member => member.SetProperty(m => m.ConcurrencyStamp, stamp), cancellationToken);
        return await context.Set<StaffMember>().Include(member => member.Roles)
            .SingleOrDefaultAsync(member => member.UserName == canonical, cancellationToken);
    }

    private static string Canonical(string name) => name.Trim().ToLowerInvariant();

    /// <exception cref="InvalidOperationException">Identity refused what our own rules had let pass.</exception>
    public static void Demand(this IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Code)));
        }
    }

    /// <summary>
    /// Whether it is the member's password. Where there is no member the work is done all the same: time must not tell who exists.
    /// </summary>
    public static bool Fits(StaffMember? member, string password) =>
        Hasher.VerifyHashedPassword(member ?? Nobody, member?.PasswordHash ?? Unused.Value, password) != PasswordVerificationResult.Failed
        && member is not null;

    /// <summary>Keeps recovery codes as hashes: whoever reads a backup must not be able to sign in with them.</summary>
    private sealed class Store(BridgeContext context) : UserOnlyStore<StaffMember, BridgeContext, long>(context)
    {
        // SHA-256 in hexadecimal; Identity's codes are much shorter.
        private const int HashLength = 64;

        public override Task ReplaceCodesAsync(StaffMember user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
            base.ReplaceCodesAsync(user, [.. recoveryCodes.Select(KeptForm)], cancellationToken);

        public override Task<bool> RedeemCodeAsync(StaffMember user, string code, CancellationToken cancellationToken) =>
            base.RedeemCodeAsync(user, HashOf(code), cancellationToken);

        // Redeeming one hands the others back in the form they are kept in; a code that is typed is always hashed.
        private static string KeptForm(string code) => code.Length == HashLength ? code : HashOf(code);

        private static string HashOf(string code) =>
            StoredFile.HashOf(System.Text.Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()));
    }
}

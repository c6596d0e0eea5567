using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Staff;

/// <summary>
/// Admits a staff member who proves who they are. Wrong name, wrong password, disabled and locked get one and the same sentence: it tells a
/// stranger nothing.
/// </summary>
internal sealed class SignInGate(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    /// <param name="name">The sign-in name.</param>
    /// <param name="password">The password.</param>
    /// <param name="code">The six digits of the authenticator app or a recovery code; needed only by who has set one up.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<Outcome<Acting>> AdmitAsync(string name, string password, string? code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await StaffRegister.FindAsync(context, name, cancellationToken);
        // Before the transaction: hashing takes long, and citizens' messages wait for SQLite's one writer.
        var fits = StaffRegister.Fits(known, password);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var member = await StaffRegister.TakeAsync(context, name, cancellationToken);
        if (member is not { IsEnabled: true } || member.IsLockedAt(clock.GetUtcNow()))
        {
            return Refused(StaffTexts.SignInRefused);
        }

        fits &= member.PasswordHash == known?.PasswordHash;
        if (fits && member.TwoFactorEnabled && string.IsNullOrWhiteSpace(code))
        {
            // Neither a failure nor a success: the person is asked for more.
            return Refused(StaffTexts.SignInNeedsCode);
        }

        var codeFits = !member.TwoFactorEnabled || (fits && await FitsAsync(StaffRegister.On(context), member, code!));
        await CountAsync(context, member, fits && codeFits, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (fits, codeFits) switch
        {
            (false, _) => Refused(StaffTexts.SignInRefused),
            (_, false) => Refused(StaffTexts.SignInCodeWrong),
            _ => Acting.Of(member),
        };
    }

    private static Outcome<Acting> Refused(string sentence) =>
        Outcome<Acting>.Refused(sentence.With(StaffMember.FailuresAllowed, StaffMember.LockoutTime.TotalMinutes));

    private static async Task<bool> FitsAsync(UserManager<StaffMember> members, StaffMember member, string code)
    {
        var given = code.Replace(" ", "");
        return await members.VerifyTwoFactorTokenAsync(member, TokenOptions.DefaultAuthenticatorProvider, given)
            || (await members.RedeemTwoFactorRecoveryCodeAsync(member, given)).Succeeded;
    }

    private async Task CountAsync(BridgeContext context, StaffMember member, bool succeeded, CancellationToken cancellationToken)
    {
        if (succeeded)
        {
            member.ForgetFailures();
        }
        else if (member.CountFailure(clock.GetUtcNow()))
        {
            // Whose failures they were nobody knows; the trail says only that the member was locked out.
            var act = new AuditedAct("sign-in", "", "staff.lockout", $"staff/{member.Name}", "");
            await audit.AppendAsync(context, act, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Staff;

/// <summary>Lets a staff member add an authenticator app (验证器) to their own sign-in, and take it away.</summary>
internal sealed class AuthenticatorDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit)
{
    private const int RecoveryCodes = 8;

    /// <summary>A new key for the app. Nothing is asked for at sign-in before a code of it was confirmed.</summary>
    public Task<Outcome<AuthenticatorKey>> BeginAsync(Acting by, CancellationToken cancellationToken) => ChangeAsync(
        by,
        "staff.authenticator-begin",
        async (members, member) =>
        {
            if (member.TwoFactorEnabled)
            {
                return Outcome<AuthenticatorKey>.Refused(StaffTexts.AuthenticatorInUse);
            }

            (await members.ResetAuthenticatorKeyAsync(member)).Demand();
            var key = await members.GetAuthenticatorKeyAsync(member) ?? "";
            var name = Uri.EscapeDataString(member.Name);
            return new AuthenticatorKey(key, $"otpauth://totp/WeChatBridge:{name}?secret={key}&issuer=WeChatBridge");
        },
        cancellationToken);

    /// <summary>Proves that the app works; from now on its codes are asked for. The recovery codes are shown this once.</summary>
    public Task<Outcome<IReadOnlyList<string>>> ConfirmAsync(Acting by, string code, CancellationToken cancellationToken) => ChangeAsync(
        by,
        "staff.authenticator-confirm",
        async (members, member) =>
        {
            if (!await members.VerifyTwoFactorTokenAsync(member, TokenOptions.DefaultAuthenticatorProvider, code.Replace(" ", "")))
            {
                return Outcome<IReadOnlyList<string>>.Refused(StaffTexts.SignInCodeWrong);
            }

            (await members.SetTwoFactorEnabledAsync(member, true)).Demand();
            var codes = await members.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes);
            return Outcome<IReadOnlyList<string>>.Done([.. codes ?? []]);
        },
        cancellationToken);

    /// <summary>Takes the app away again; who asks has just signed in with it.</summary>
    public Task<Outcome<bool>> RemoveAsync(Acting by, CancellationToken cancellationToken) => ChangeAsync(
        by,
        "staff.authenticator-remove",
        async (members, member) =>
        {
            (await members.SetTwoFactorEnabledAsync(member, false)).Demand();
            (await members.ResetAuthenticatorKeyAsync(member)).Demand();
            return Outcome<bool>.Done(true);
        },
        cancellationToken);

    private async Task<Outcome<T>> ChangeAsync<T>(
        Acting by, string action, Func<UserManager<StaffMember>, StaffMember, Task<Outcome<T>>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        if (await StaffRegister.TakeAsync(context, by.Name, cancellationToken) is not { IsEnabled: true } member)
        {
            return Outcome<T>.Refused(StaffTexts.StaffUnknown.With(by.Name));
        }

        var changed = await change(StaffRegister.On(context), member);
        if (changed.IsDone)
        {
            await audit.AppendAsync(context, new AuditedAct(by.Name, "", action, $"staff/{member.Name}", ""), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return changed;
    }
}

/// <summary>What an authenticator app is given.</summary>
/// <param name="Key">To be typed in.</param>
/// <param name="Uri">To be shown as a QR code.</param>
internal sealed record AuthenticatorKey(string Key, string Uri)
{
    /// <summary>The key is never written out, whoever formats the record.</summary>
    public override string ToString() => nameof(AuthenticatorKey);
}

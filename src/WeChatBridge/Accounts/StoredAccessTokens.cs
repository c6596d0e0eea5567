using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.Accounts;

/// <summary>Shares access_tokens between instances through the store. The last writer wins, as the platform's stable_token allows.</summary>
internal sealed class StoredAccessTokens(IDbContextFactory<BridgeContext> contexts, AccountFinder accounts) : IAccessTokenStore
{
    public async ValueTask<AccessToken?> ReadAsync(string appId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var shared = await context.Set<SharedAccessToken>().AsNoTracking()
            .SingleOrDefaultAsync(token => token.AppId == appId, cancellationToken);
        return shared is not null && SealOf(appId).Open(shared.Sealed) is { } value ? new AccessToken(value, shared.ExpiresAt) : null;
    }

    public async ValueTask WriteAsync(string appId, AccessToken token, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var written = SealOf(appId).Close(token.Value);
        if (await ReplaceAsync(context, appId, written, token.ExpiresAt, cancellationToken))
        {
            return;
        }

        context.Add(SharedAccessToken.Of(appId, written, token.ExpiresAt));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another instance wrote the first one in between.
            await ReplaceAsync(context, appId, written, token.ExpiresAt, cancellationToken);
        }
    }

    private static async Task<bool> ReplaceAsync(
        BridgeContext context, string appId, byte[] written, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        await context.Set<SharedAccessToken>().Where(token => token.AppId == appId).ExecuteUpdateAsync(
            token => token.SetProperty(t => t.Sealed, written).SetProperty(t => t.ExpiresAt, expiresAt), cancellationToken) > 0;

    private TokenSeal SealOf(string appId) => new(
        appId,
        accounts.All.FirstOrDefault(account => account.Keys?.AppId == appId)?.Keys?.AppSecret
            ?? throw new InvalidOperationException($"No configured account has the AppID {appId}."));
}

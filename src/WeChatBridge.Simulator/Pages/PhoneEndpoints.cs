using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Pages;

/// <summary>What the phone on the page asks: the accounts, the chat, and to do what a person does with it.</summary>
internal static class PhoneEndpoints
{
    public static void MapPhone(this RouteGroupBuilder simulator, SimulatedPlatform platform)
    {
        simulator.MapGet("/accounts", () => Results.Json(platform.Accounts.Select(AccountView), SimulatorJson.Options));
        simulator.MapGet("/chat", (string account, string follower, long? after) => platform.FindAccount(account) is { } known
            ? Results.Json(ChatView(known.Follower(follower), after ?? 0), SimulatorJson.Options)
            : SimulatorJson.Refuse("没有这个公众号"));
        simulator.MapPost("/check", async (HttpRequest request, CancellationToken cancellationToken) =>
            await SimulatorJson.ReadAsync<AddressCheck>(request, cancellationToken) is { Account: not null } check
                && platform.FindAccount(check.Account) is { } account
                ? Results.Json(await platform.Delivery.CheckAddressAsync(account, cancellationToken), SimulatorJson.Options)
                : SimulatorJson.Refuse("没有这个公众号"));
        simulator.MapPost("/act", async (HttpRequest request, CancellationToken cancellationToken) =>
        {
            if (await SimulatorJson.ReadAsync<PhoneAct>(request, cancellationToken) is not { Account: not null, Follower.Length: > 0 } act)
            {
                return SimulatorJson.Refuse("缺少公众号或粉丝");
            }

            return platform.FindAccount(act.Account) is { } account
                ? await DoAsync(act, account.Follower(act.Follower), cancellationToken)
                : SimulatorJson.Refuse("没有这个公众号");
        });
    }

    private static async Task<IResult> DoAsync(PhoneAct act, Follower follower, CancellationToken cancellationToken) =>
        await act.DoAsync(follower, cancellationToken) is { } report
            ? Results.Json(new { report.Attempts, report.Shown }, SimulatorJson.Options)
            : SimulatorJson.Refuse("这个动作现在做不了");

    private static object AccountView(PlatformAccount account) => new
    {
        account.Settings.Key,
        account.Settings.Name,
        account.Settings.OriginalId,
        account.Settings.AppId,
        account.Settings.Kind,
        account.Settings.Mode,
        account.Settings.Verified,
        account.Settings.CallbackUrl,
        Followers = account.Followers.Select(follower => follower.OpenId),
    };

    private static object ChatView(Follower follower, long after) =>
        new { follower.Follows, Menu = follower.Account.Api.Menu.Buttons, Items = follower.Chat.Where(item => item.Sequence > after) };

    private sealed record AddressCheck(string Account);
}

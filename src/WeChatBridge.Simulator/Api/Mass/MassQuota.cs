namespace WeChatBridge.Simulator.Api.Mass;

/// <summary>
/// How much an account may push (群发次数): 公众号 one successful API call a day; sendings to everybody, the website's included, one a
/// day, for 服务号 also four a month; and a follower of a 服务号 receives four a month at most.
/// </summary>
internal static class MassQuota
{
    private const int PerMonth = 4;

    public static bool IsUsedUp(PlatformAccount account, MassAudience audience, IReadOnlyList<MassMessage> messages)
    {
        var now = account.Platform.Clock.GetUtcNow();
        List<MassMessage> counting = [.. messages.Where(message => message.Status != MassStatus.Failed)];
        var today = counting.Where(message => message.AcceptedAt.BeijingDay() == now.BeijingDay()).ToList();
        if (account.Settings.Kind == AccountKind.Subscription && today.Exists(message => !message.IsFromWebsite))
        {
            return true;
        }

        return audience.Everybody && (today.Exists(message => message.Audience.Everybody)
            || (account.Settings.Kind == AccountKind.Service
                && counting.Count(message => message.Audience.Everybody && message.AcceptedAt.SameBeijingMonth(now)) >= PerMonth));
    }

    public static bool MayReceive(PlatformAccount account, string openId, IReadOnlyList<MassMessage> messages)
    {
        var now = account.Platform.Clock.GetUtcNow();
        return account.Settings.Kind == AccountKind.Subscription
            || messages.Count(message => message.FinishedAt?.SameBeijingMonth(now) == true && message.Reached.Contains(openId)) < PerMonth;
    }
}

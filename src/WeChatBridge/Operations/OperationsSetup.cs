using WeChatBridge.Operations.CaseFiles;
using WeChatBridge.Operations.NoticeLooks;

namespace WeChatBridge.Operations;

/// <summary>Start and health, wired.</summary>
internal static class OperationsSetup
{
    public static IServiceCollection AddOperations(this IServiceCollection services, SeedsOptions seeds) => services
        .AddSingleton(seeds)
        .AddSingleton<SeedReading>()
        .AddSingleton<BridgeStart>()
        .AddSingleton<RetentionDesk>()
        .AddHostedService<RetentionWorker>()
        .AddSingleton<HealthEndpoint>()
        .AddSingleton<Checkup>()
        .AddHostedService<AnswerContentWorker>()
        .AddSingleton<INoticeLook, ReviewsWaiting>()
        .AddSingleton<INoticeLook, VersionsSentBack>()
        .AddSingleton<INoticeLook, PublicationsInTrouble>()
        .AddSingleton<INoticeLook, WindowsClosing>()
        .AddSingleton<INoticeLook, AccountsSilent>()
        .AddSingleton<INoticeLook, DisclosuresDue>()
        .AddSingleton<INoticeLook, AccountsHeld>()
        .AddSingleton<INoticeLook, HolidaysRunningOut>()
        .AddSingleton<INoticeLook, ComplaintsUnread>()
        .AddSingleton<INoticeLook, StandInsEntered>()
        .AddSingleton<INoticeLook, AuthenticatorsReset>()
        .AddSingleton<INoticeLook, FollowUpsRejected>()
        .AddSingleton<INoticeLook, WithdrawalsOpen>()
        .AddSingleton<CaseFileDesk>()
        .AddSingleton<NoticeWorker>()
        .AddHostedService(provider => provider.GetRequiredService<NoticeWorker>());

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", (HealthEndpoint health, CancellationToken cancellationToken) => health.ReadyAsync(cancellationToken));
    }
}

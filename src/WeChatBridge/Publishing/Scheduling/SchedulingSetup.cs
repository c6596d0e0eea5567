using Microsoft.Extensions.DependencyInjection.Extensions;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Scheduling, wired.</summary>
internal static class SchedulingSetup
{
    /// <exception cref="ConfigurationRefusedException">A time is out of bounds or malformed.</exception>
    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(configuration.GetSection(PublishingOptions.Section).Bind<PublishingOptions>().Checked());
        return services
            .AddSingleton<PlanCheck>()
            .AddSingleton<PreviewFinder>()
            .AddSingleton<PublicationBook>()
            .AddSingleton<PlanningDesk>()
            .AddSingleton<ReschedulingDesk>()
            .AddSingleton<SameSending>()
            .AddSingleton<SettlingDesk>()
            .AddSingleton<SendingPauseDesk>()
            .AddSingleton<WebsiteSendingDesk>()
            .AddSingleton<StrikingDesk>()
            .AddSingleton<DutyRosterDesk>()
            .AddSingleton<PublicationFinder>()
            .AddSingleton<PublicationCalendar>()
            .AddSingleton<HolidayCheck>();
    }
}

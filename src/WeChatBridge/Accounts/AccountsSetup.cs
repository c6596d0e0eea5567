using WeChatBridge.Storage;

namespace WeChatBridge.Accounts;

/// <summary>The official accounts, their access to the platform and the office's calendar, wired.</summary>
internal static class AccountsSetup
{
    /// <param name="services">The product's services.</param>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="holidaysFile">The holidays by year; null where there is no such file, and every count of working days is then estimated.</param>
    /// <exception cref="ConfigurationRefusedException">The configuration or the file is malformed.</exception>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration, string? holidaysFile) =>
        services
            .AddSingleton(AccountBook.Read(configuration))
            .AddSingleton<AccountFinder>()
            .AddSingleton<IAnswerContent>(provider => provider.GetRequiredService<AccountFinder>())
            .AddSingleton<AccountDesk>()
            .AddSingleton<ContactDesk>()
            .AddSingleton(configuration.GetSection(PlatformOptions.Section).Bind<PlatformOptions>())
            .AddSingleton(configuration.GetSection(PublicSiteOptions.Section).Bind<PublicSiteOptions>())
            .AddSingleton(RetentionOptions.Read(configuration))
            .AddSingleton<StoredAccessTokens>()
            .AddSingleton<PlatformAccess>()
            .AddSingleton(new WorkingCalendar(
                holidaysFile is null ? [] : HolidayNotice.ReadAll(holidaysFile),
                configuration.GetSection(CalendarOptions.Section).Bind<CalendarOptions>(),
                OfficeHours.Parse(configuration.GetSection(OfficeOptions.Section).Bind<OfficeOptions>().Hours)));
}

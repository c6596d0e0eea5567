using WeChatBridge.Storage;

namespace WeChatBridge.Reports;

/// <summary>The library, wired.</summary>
internal static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportDesk>()
        .AddSingleton<SilencingDesk>()
        .AddSingleton<ReportFinder>()
        .AddSingleton<ReportIndex>()
        .AddSingleton<IAnswerContent>(provider => provider.GetRequiredService<ReportIndex>())
        .AddSingleton<SynonymDesk>();
}

using WeChatBridge.Storage;

namespace WeChatBridge.Inbox;

/// <summary>Messages to the office, wired.</summary>
internal static class InboxSetup
{
    /// <exception cref="ConfigurationRefusedException">The configuration is malformed.</exception>
    public static IServiceCollection AddInbox(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection(InboxOptions.Section).Bind<InboxOptions>().Checked())
        .AddSingleton<ReceiptBook>()
        .AddSingleton<Intake>()
        .AddSingleton<InboxDesk>()
        .AddSingleton<InboxReadingDesk>()
        .AddSingleton<IFollowerTrace, InboxTrace>()
        .AddSingleton<InboxOutboxWorker>()
        .AddHostedService(provider => provider.GetRequiredService<InboxOutboxWorker>())
        .AddSingleton<InboxMediaWorker>()
        .AddHostedService(provider => provider.GetRequiredService<InboxMediaWorker>())
        .AddSingleton<HandoverWorker>()
        .AddHostedService(provider => provider.GetRequiredService<HandoverWorker>());
}

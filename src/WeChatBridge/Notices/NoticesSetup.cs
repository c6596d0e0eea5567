namespace WeChatBridge.Notices;

/// <summary>Notices, wired.</summary>
internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services.AddSingleton<NoticeDesk>();
}

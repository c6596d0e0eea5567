using WeChatBridge.Publishing.Drafts;

namespace WeChatBridge.Publishing.Previews;

/// <summary>Previews and the clearing of drafts, wired; both use the parts of the sending.</summary>
internal static class PreviewsSetup
{
    public static IServiceCollection AddPreviews(this IServiceCollection services) => services
        .AddSingleton<ErrandLedger>()
        .AddSingleton<LostDraftSearch>()
        .AddSingleton<DraftClearing>()
        .AddSingleton<PreviewRun>()
        .AddSingleton<PreviewDesk>()
        .AddSingleton<PhonePreviewFinder>()
        .AddSingleton<PreviewWorker>()
        .AddHostedService(provider => provider.GetRequiredService<PreviewWorker>());
}

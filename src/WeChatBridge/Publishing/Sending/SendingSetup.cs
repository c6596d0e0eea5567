using Microsoft.Extensions.DependencyInjection.Extensions;
using WeChatBridge.Outgoing;

namespace WeChatBridge.Publishing.Sending;

/// <summary>The sending, wired.</summary>
internal static class SendingSetup
{
    /// <exception cref="ConfigurationRefusedException">The configuration is malformed.</exception>
    public static IServiceCollection AddSending(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(configuration.GetSection(PublishingOptions.Section).Bind<PublishingOptions>().Checked());
        services.TryAddSingleton(provider => new PictureFetch(PublicSockets.Open(), provider.GetRequiredService<TimeProvider>()));
        return services
            .AddSingleton<SendingStore>()
            .AddSingleton<ClaimBook>()
            .AddSingleton<AttemptLedger>()
            .AddSingleton<Setbacks>()
            .AddSingleton<Admission>()
            .AddSingleton<FrozenArticles>()
            .AddSingleton<PictureUploads>()
            .AddSingleton<DraftComposition>()
            .AddSingleton<DraftStep>()
            .AddSingleton<DraftComparison>()
            .AddSingleton<Submission>()
            .AddSingleton<SendingSteps>()
            .AddSingleton<SendingRun>()
            .AddSingleton<OutcomeQuery>()
            .AddSingleton<Reconciler>()
            .AddSingleton<WithdrawalRun>()
            .AddSingleton<SendingParts>()
            .AddSingleton<AccountApi>()
            .AddSingleton<PublicationOutcome>()
            .AddSingleton<WithdrawalDesk>()
            .AddSingleton<HandSentFinder>()
            .AddSingleton<ForeignSearch>()
            .AddSingleton<ForeignDesk>()
            .AddSingleton<FigureCollection>()
            .AddSingleton<FigureFinder>()
            .AddSingleton<AfterwardsRounds>()
            .AddSingleton<PublishingWorker>()
            .AddHostedService(provider => provider.GetRequiredService<PublishingWorker>())
            .AddSingleton<AfterwardsWorker>()
            .AddHostedService(provider => provider.GetRequiredService<AfterwardsWorker>());
    }
}

using WeChatBridge.Answers.Conversations;
using WeChatBridge.Storage;

namespace WeChatBridge.Answers.Rules;

/// <summary>The rules of staff, wired.</summary>
internal static class RulesSetup
{
    public static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton<RuleBook>()
        .AddSingleton<IAnswerContent>(provider => provider.GetRequiredService<RuleBook>())
        .AddSingleton<RulePages>()
        .AddSingleton<RuleFinder>()
        .AddSingleton<IDestination>(provider => provider.GetRequiredService<RuleFinder>())
        .AddSingleton<RulePictures>()
        .AddHostedService<RulePictureWorker>()
        .AddSingleton<RuleDesk>()
        .AddSingleton<RuleTrialDesk>()
        .AddSingleton<OfficeLineDesk>()
        .AddSingleton<WebsiteReading>()
        .AddSingleton<WebsiteRuleDesk>();
}

using WeChatBridge.Answers.Conversations;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Storage;

namespace WeChatBridge.Answers;

/// <summary>What answers, wired; the respondents in the order in which they are asked.</summary>
internal static class AnswersSetup
{
    public static IServiceCollection AddAnswers(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection(AnswersOptions.Section).Bind<AnswersOptions>())
        .AddSingleton<AnswerFinder>()
        .AddSingleton<PassageFinder>()
        .AddSingleton<IDestination>(provider => provider.GetRequiredService<PassageFinder>())
        .AddSingleton<Destinations>()
        .AddSingleton<WelcomeText>()
        .AddSingleton<PrivacyText>()
        .AddSingleton<UnansweredDesk>()
        .AddSingleton<Forgetting>()
        .AddSingleton<IFollowerTrace, ConversationTrace>()
        .AddSingleton<TakingAlong>()
        .AddSingleton<IRespondent, DangerRespondent>()
        .AddSingleton<IRespondent, StaffRespondent>()
        .AddSingleton<IRespondent, TakeoverRespondent>()
        .AddSingleton<IRespondent, InboxRespondent>()
        .AddSingleton<IRespondent, EventRespondent>()
        .AddSingleton<IRespondent, CommandRespondent>()
        .AddSingleton<IRespondent, ChoiceRespondent>()
        .AddSingleton<IRespondent, DutyRespondent>()
        .AddSingleton<IRespondent, RuleRespondent>()
        .AddSingleton<IRespondent, QuestionRespondent>()
        .AddSingleton<ConversationRouter>()
        .AddRules();
}

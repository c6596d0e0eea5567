using WeChatBridge.Accounts;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers;

/// <summary>How questions are kept, and how they are deleted (个人信息保护法 articles 17 and 47).</summary>
internal sealed class PrivacyText(RetentionOptions retention)
{
    public Answer For(ServedAccount account) => new(AnswerKind.Guidance, SentencesFor(account.Name));

    /// <summary>The same words a page shows.</summary>
    public string SentencesFor(string accountName) => FollowerTexts.Privacy.With(accountName, retention.QuestionDays);
}

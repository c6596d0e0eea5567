using WeChatBridge.Reports;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Disclosure;

/// <summary>What an article says of its disclosure, in the office's words; what has no name of ours stands as it was written.</summary>
internal static class DisclosureWords
{
    public static string ClassOf(string written) => written switch
    {
        nameof(DisclosureClass.Proactive) => ArticleTexts.ClassProactive,
        nameof(DisclosureClass.OnRequest) => ArticleTexts.ClassOnRequest,
        nameof(DisclosureClass.Withheld) => ArticleTexts.ClassWithheld,
        _ => written,
    };

    public static string VisibilityOf(string written) => written switch
    {
        nameof(Visibility.Public) => StaffTexts.VisibilityPublic,
        nameof(Visibility.Internal) => StaffTexts.VisibilityInternal,
        _ => written,
    };
}

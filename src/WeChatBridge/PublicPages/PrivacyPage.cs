using System.Text.Encodings.Web;
using System.Text.Unicode;
using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Texts;

namespace WeChatBridge.PublicPages;

/// <summary>How an account keeps and deletes questions, as a page (隐私说明): the very sentences a follower gets for 「隐私」.</summary>
internal sealed class PrivacyPage(AccountFinder accounts, PrivacyText privacy)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public IResult Show(string accountKey, HttpContext http)
    {
        PublicHeaders.Set(http);
        if (accounts.Find(accountKey) is not { } account)
        {
            return Page(FollowerTexts.PageMissing, Paragraph(FollowerTexts.PageMissingText), StatusCodes.Status404NotFound);
        }

        var sentences = string.Concat(privacy.SentencesFor(account.Name).Split('\n').Select(Paragraph));
        var contact = string.Concat(ContactText.LinesOf(account.Contact).Select(Paragraph));
        return Page(FollowerTexts.PrivacyTitle.With(account.Name), sentences + Footer(contact), StatusCodes.Status200OK);
    }

    private static IResult Page(string title, string body, int status) => Results.Content(
        FollowerTexts.PublicPage.With(Html.Encode(title), body), "text/html; charset=utf-8", statusCode: status);

    private static string Paragraph(string text) => $"<p>{Html.Encode(text)}</p>";

    private static string Footer(string contact) => contact.Length == 0 ? "" : $"<footer>{contact}</footer>";
}

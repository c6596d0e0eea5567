using WeChatBridge.Accounts;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers;

/// <summary>The contact card as a follower reads it.</summary>
internal static class ContactText
{
    /// <summary>The card as the present way to the office.</summary>
    public static IEnumerable<string> CurrentLines(ContactCard contact) => LinesOf(contact, FollowerTexts.ContactCurrent);

    /// <summary>A line for each thing known, the office first; none where nothing is known.</summary>
    public static IEnumerable<string> LinesOf(ContactCard contact) => LinesOf(contact, FollowerTexts.ContactHead);

    private static IEnumerable<string> LinesOf(ContactCard contact, string head)
    {
        if (contact.IsEmpty)
        {
            return [];
        }

        var lines = new (string Text, string Value)[]
        {
            (head, contact.Office.Length > 0 ? contact.Office : FollowerTexts.ContactOffice),
            (FollowerTexts.ContactPhone, contact.Phone),
            (FollowerTexts.ContactEmail, contact.Email),
            (FollowerTexts.ContactAddress, contact.Address),
            (FollowerTexts.ContactHours, contact.Hours),
            (FollowerTexts.ContactStatedIn, contact.StatedIn),
        };
        return lines.Where(line => line.Value.Length > 0).Select(line => line.Text.With(line.Value));
    }
}

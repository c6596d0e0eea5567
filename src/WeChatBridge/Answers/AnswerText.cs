using System.Text;
using WeChatBridge.Accounts;
using WeChatBridge.Search.Excerpts;
using WeChatBridge.Search.Index;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Answers;

/// <summary>Puts answers into words, within what one reply may hold. The source line is never what is cut.</summary>
internal static class AnswerText
{
    public static Answer ForSection(Quotation quotation, SectionHit hit)
    {
        var label = LabelOf(quotation);
        var head = FollowerTexts.SectionTitle.With(label);
        var source = SourceLine(quotation, label);
        var body = Fit(hit.Excerpt, head, source);
        return new Answer(AnswerKind.Section, Join(head, body, "", source), new AnswerSource(
            quotation.Report.Id,
            quotation.Section.Id,
            quotation.Report.Title,
            quotation.Report.Year,
            label,
            quotation.Section.HeadingPath,
            hit.Score));
    }

    public static Answer ForChoice(IReadOnlyList<Quotation> quotations)
    {
        var items = quotations.Select(quotation => FollowerTexts.ChoiceItem.With(
            LabelOf(quotation), quotation.Report.Title, YearOf(quotation))).ToList();
        while (items.Count > 1 && !TextLimit.Fits(ChoiceOf(items)))
        {
            items.RemoveAt(items.Count - 1);
        }

        return new Answer(AnswerKind.Choice, TextLimit.Cut(ChoiceOf(items), TextLimit.MaxUtf8Bytes, TextLimit.MaxCharacters));
    }

    public static Answer ForNotFound(ContactCard contact, string example)
    {
        var sorry = example.Length > 0 ? FollowerTexts.NotFound.With(example) : FollowerTexts.NotFoundPlain;
        return new Answer(AnswerKind.NotFound, Join([sorry, .. ContactLines(contact)]));
    }

    public static Answer ForWelcome(ServedAccount account, string example)
    {
        var welcome = FollowerTexts.Welcome.With(account.Name);
        return new Answer(
            AnswerKind.Welcome, example.Length > 0 ? Join(welcome, FollowerTexts.WelcomeExample.With(example)) : welcome);
    }

    private static string ChoiceOf(IEnumerable<string> items) => Join([FollowerTexts.ChoiceHead, .. items, FollowerTexts.ChoiceFoot]);

    /// <summary>The excerpt as far as it fits; what is not the whole section always says so.</summary>
    private static string Fit(Excerpt excerpt, string head, string source)
    {
        if (excerpt.IsWholeSection && TextLimit.Fits(Join(head, excerpt.Text, "", source)))
        {
            return excerpt.Text;
        }

        var frame = Join(head, "", FollowerTexts.Excerpted, "", source);
        var room = TextLimit.MaxUtf8Bytes - Encoding.UTF8.GetByteCount(frame);
        var cut = TextLimit.Cut(excerpt.Text, room, TextLimit.MaxCharacters - frame.Length);
        return Join(cut.Length < excerpt.Text.Length ? BackToSentence(cut) : cut, FollowerTexts.Excerpted);
    }

    // A sentence that was cut through reads as if the document ended there; where there is none to go back to, the cut stands.
    private static string BackToSentence(string cut)
    {
        var end = cut.AsSpan().LastIndexOfAny("。！？\n") + 1;
        return end > cut.Length / 2 ? cut[..end].TrimEnd('\n') : cut;
    }

    private static string SourceLine(Quotation quotation, string label) => quotation.IsForeign
        ? FollowerTexts.QuotedSource.With(quotation.Report.IssuingBody, quotation.Report.Title, YearOf(quotation), label)
        : FollowerTexts.Source.With(quotation.Report.Title, YearOf(quotation), label);

    private static string YearOf(Quotation quotation) =>
        quotation.Report.Year is { } year ? FollowerTexts.SourceYear.With(year) : "";

    private static string LabelOf(Quotation quotation) => quotation.Section switch
    {
        { Heading.Length: 0, Number.Length: 0 } => FollowerTexts.Opening,
        var section => section.Number + section.Heading,
    };

    private static IEnumerable<string> ContactLines(ContactCard contact)
    {
        if (contact.IsEmpty)
        {
            return [];
        }

        var lines = new (string Text, string Value)[]
        {
            (FollowerTexts.ContactHead, contact.Office.Length > 0 ? contact.Office : FollowerTexts.ContactOffice),
            (FollowerTexts.ContactPhone, contact.Phone),
            (FollowerTexts.ContactEmail, contact.Email),
            (FollowerTexts.ContactAddress, contact.Address),
            (FollowerTexts.ContactHours, contact.Hours),
            (FollowerTexts.ContactStatedIn, contact.StatedIn),
        };
        return lines.Where(line => line.Value.Length > 0).Select(line => line.Text.With(line.Value));
    }

    private static string Join(params IEnumerable<string> lines) => string.Join('\n', lines);
}

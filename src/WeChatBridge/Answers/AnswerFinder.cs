using WeChatBridge.Accounts;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Reports;
using WeChatBridge.Search.Index;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers;

/// <summary>Finds what the documents say to a question. Touches memory only: the reply path has no time for more.</summary>
internal sealed class AnswerFinder(ReportIndex reports, RuleBook rules, AnswersOptions options, TimeProvider clock)
{
    /// <summary>The answer to a question; one of kind <see cref="AnswerKind.NotFound"/> where the documents do not hold it.</summary>
    public Answer Find(ServedAccount account, string question)
    {
        var shelf = reports.Of(account.Key);
        return shelf.Index.Find(question) switch
        {
            SearchOutcome.Sure sure => SectionText.ForHit(
                Quote(account, shelf, sure.Hit), shelf.TextOf(sure.Hit), sure.Hit, account.Contact),
            SearchOutcome.Choice choice => ChoiceText.For(
                FollowerTexts.ChoiceHead, [.. choice.Hits.Select(hit => Offer(Quote(account, shelf, hit)))], options),
            _ => NotFound(account),
        };
    }

    /// <summary>The honest word that nothing was found, with a way to a person.</summary>
    public Answer NotFound(ServedAccount account)
    {
        var example = ExampleFor(account);
        var sorry = example.Length > 0 ? FollowerTexts.NotFound.With(example) : FollowerTexts.NotFoundPlain;
        return new Answer(AnswerKind.NotFound, Lines.Join([sorry, .. OwnLine(account), .. ContactText.LinesOf(account.Contact)]));
    }

    /// <summary>Something that can really be asked; empty where there are no documents.</summary>
    public string ExampleFor(ServedAccount account) => reports.Of(account.Key).Example;

    private IEnumerable<string> OwnLine(ServedAccount account) =>
        rules.Of(account.Key).Lines.NotFound is { Length: > 0 } line ? [line] : [];

    private static OfferedItem Offer(Quotation quotation) => new(quotation.ChoiceLabel, PassageFinder.KeyOf(quotation.Section));

    private static Section SectionOf(Shelf shelf, string id) => shelf.Sections[long.Parse(id, null)];

    private Quotation Quote(ServedAccount account, Shelf shelf, SectionHit hit)
    {
        var report = shelf.Reports[long.Parse(hit.DocumentId, null)];
        return Quotation.Of(account, report, SectionOf(shelf, hit.SectionId), options, clock.Today()) with
        {
            Together = [.. hit.Together.Select(id => SectionOf(shelf, id))],
        };
    }
}

using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reviews;
using WeChatBridge.Storage;

namespace WeChatBridge.Answers.Rules;

/// <summary>
/// What staff laid down for each account, in memory: only what a second person has confirmed. Built at start and again when the store's
/// content changed; answers go on from the old one until the new one is whole.
/// </summary>
internal sealed class RuleBook(IDbContextFactory<BridgeContext> contexts) : IAnswerContent
{
    private volatile Shelves _current = new(-1, new Dictionary<string, RuleShelf>());

    public RuleShelf Of(string accountKey) => _current.ByAccount.GetValueOrDefault(accountKey) ?? RuleShelf.Empty;

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Read before the rules: content that changes in between is seen as newer at the next look.
        var version = await StoreMark.NumberAsync(context, StoreMark.AnswerContent, cancellationToken);
        if (version == _current.Version)
        {
            return;
        }

        var rules = await context.Set<AnswerRule>().AsNoTracking().ToListAsync(cancellationToken);
        var spoken = await WordingLog.AllReleasedAsync(context, ReviewedKind.Rule, cancellationToken);
        var lines = await WordingLog.AllReleasedAsync(context, ReviewedKind.WelcomeText, cancellationToken);
        var pictures = await context.Set<RulePicture>().AsNoTracking().Where(picture => picture.MediaId != "").ToListAsync(cancellationToken);
        var accounts = spoken.Concat(lines).Select(wording => wording.AccountKey).Distinct();
        _current = new Shelves(version, accounts.ToDictionary(key => key, key => Arrange(
            [.. rules.Where(rule => rule.AccountKey == key)],
            spoken.Where(wording => wording.AccountKey == key).ToDictionary(wording => wording.SubjectId, wording => wording.Content),
            lines.Where(wording => wording.AccountKey == key).ToDictionary(wording => wording.SubjectId, wording => wording.Content),
            pictures.Where(picture => picture.AccountKey == key).ToDictionary(picture => picture.FileHash, picture => picture.MediaId))));
    }

    private static RuleShelf Arrange(
        List<AnswerRule> rules,
        Dictionary<string, string> spoken,
        Dictionary<string, string> lines,
        Dictionary<string, string> pictures)
    {
        var website = spoken.TryGetValue(WebsiteSet.Subject, out var set) ? WebsiteSet.Read(set) : WebsiteSet.None;
        var contents = rules.Where(rule => rule.MaySpeak)
            .Select(rule => (rule.Id, Text: spoken.GetValueOrDefault(rule.SubjectId) ?? website.Rules.GetValueOrDefault(rule.Id)))
            .Where(rule => rule.Text is not null).ToDictionary(rule => rule.Id, rule => RuleContent.Read(rule.Text!));
        // A line of the office's own takes the place of the website's, an empty one too.
        var own = new OfficeLines(
            lines.GetValueOrDefault(OfficeLineDesk.SubjectOf(OfficeLine.Welcome)) ?? website.Welcome,
            lines.GetValueOrDefault(OfficeLineDesk.SubjectOf(OfficeLine.OtherScript)) ?? "",
            lines.GetValueOrDefault(OfficeLineDesk.SubjectOf(OfficeLine.NotFound)) ?? website.NotFound);
        return new RuleShelf(contents, RuleMatcher.Of(contents), own, pictures);
    }

    private sealed record Shelves(long Version, IReadOnlyDictionary<string, RuleShelf> ByAccount);
}

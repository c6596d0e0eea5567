using WeChatBridge.Accounts;
using WeChatBridge.Articles.Checks;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>Tells whether an article can be submitted as it stands, and everything that stands against it at once.</summary>
internal sealed class ReadinessFinder(ArticleChecks checks, LinkProbe links, DisclosureCheck disclosure, StaffingFinder staffing)
{
    /// <summary>All of it, the links tried on the network included: it can take as long as a site needs not to answer.</summary>
    public async Task<ArticleReadiness> FindAsync(
        Article article, IReadOnlyDictionary<string, PictureFile> pictures, CancellationToken cancellationToken)
    {
        var written = WhileWriting(article, pictures);
        return written with
        {
            Findings = [.. written.Findings, .. await links.CheckAsync(article.Content, cancellationToken)],
            StaffingGap = await staffing.FindGapAsync(ReviewedKind.Article, article.AccountKey, cancellationToken),
        };
    }

    /// <summary>What can be told at every save: no network, and no look at the staff.</summary>
    public ArticleReadiness WhileWriting(Article article, IReadOnlyDictionary<string, PictureFile> pictures) => new(
        ArticleLimits.Check(article.Content, pictures),
        disclosure.Check(article.Content.Disclosure),
        checks.Check(article.Content),
        disclosure.DueOn(article.Content.Disclosure),
        disclosure.IsOverdue(article.Content.Disclosure),
        null);
}

/// <summary>How far an article is from being submitted.</summary>
/// <param name="Limits">Limits of the platform it breaks; none may be left.</param>
/// <param name="Disclosure">Facts that are missing or forbid it; none may be left.</param>
/// <param name="Findings">What the checks found: blocking, or to be answered with a reason.</param>
/// <param name="DueOn">The last day on which it must be public; null where the law sets none, or the facts do not tell.</param>
/// <param name="IsOverdue">Whether that day is over.</param>
/// <param name="StaffingGap">Which steps of the review nobody is there for; null where all can be filled, or nobody looked.</param>
internal sealed record ArticleReadiness(
    IReadOnlyList<LimitBreach> Limits,
    IReadOnlyList<string> Disclosure,
    IReadOnlyList<CheckFinding> Findings,
    WorkingDate? DueOn,
    bool IsOverdue,
    string? StaffingGap)
{
    /// <summary>The findings with the names people answer them by: <c>MobilePhone</c>, or <c>MobilePhone#2</c> among several of a rule.</summary>
    public IReadOnlyList<NamedFinding> Named() =>
    [
        .. Findings.GroupBy(finding => finding.Rule)
            .SelectMany(same => same.Select((finding, i) => new NamedFinding(finding, i + 1, same.Count()))),
    ];

    /// <summary>
    /// Why it cannot be submitted, all of it in one text; null when it can. A finding that may stay needs its reason in writing.
    /// </summary>
    public string? Objection(IReadOnlyList<FindingReason> reasons)
    {
        var lines = Limits.Select(limit => limit.Sentence).Concat(Disclosure)
            .Concat(Named().Where(named => !named.MayStay(reasons)).Select(named => named.Written())).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines.Prepend(ArticleTexts.NotReady));
    }
}

/// <summary>A finding by its name.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Number">Which of its rule, from 1.</param>
/// <param name="OfRule">How many of its rule there are.</param>
internal sealed record NamedFinding(CheckFinding Finding, int Number, int OfRule)
{
    public string Name => OfRule == 1 ? $"{Finding.Rule}" : $"{Finding.Rule}#{Number}";

    /// <summary>Where it is, what it is, and what to do about it.</summary>
    public string Written() => (Finding.Weight == CheckWeight.Blocking ? ArticleTexts.FindingBlocking : ArticleTexts.FindingNeedsReason)
        .With(Name, Finding.Place.Label, Finding.Place.Excerpt, Finding.Advice);

    public bool MayStay(IReadOnlyList<FindingReason> reasons) =>
        Finding.Weight == CheckWeight.NeedsReason && ReasonIn(reasons) is { Length: > 0 };

    /// <summary>The reason given for this one, or else the one given for all of its rule.</summary>
    public string? ReasonIn(IReadOnlyList<FindingReason> reasons) =>
        (reasons.FirstOrDefault(reason => reason.Rule == Finding.Rule && reason.Number == Number)
            ?? reasons.FirstOrDefault(reason => reason.Rule == Finding.Rule && reason.Number is null))?.Words.Trim();
}

/// <summary>Why something a check found may stay.</summary>
/// <param name="Rule">Which check.</param>
/// <param name="Number">Which of its findings, from 1; null for all of them.</param>
/// <param name="Words">The reason, in writing.</param>
internal sealed record FindingReason(CheckRule Rule, int? Number, string Words);

using WeChatBridge.Articles.Checks;
using WeChatBridge.Audit;

namespace WeChatBridge.Articles;

/// <summary>
/// An article as it was submitted once (版本): frozen under the hash of its <see cref="Publishing.ArticleDocument"/>, and never changed.
/// Submitted again after an approval was taken back, it is the same version.
/// </summary>
internal sealed class ArticleVersion
{
    private ArticleVersion()
    {
    }

    public long Id { get; private set; }

    public long ArticleId { get; private set; }

    /// <summary>Counted from 1 within the article.</summary>
    public int Number { get; private set; }

    /// <summary>The document, as the store holds it and reviews name it.</summary>
    public string ContentHash { get; private set; } = "";

    public long ReviewId { get; private set; }

    /// <summary>The last day on which it must be public, as reckoned when it was frozen; null where the law sets none.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Who submitted it first, by sign-in name.</summary>
    public string SubmittedBy { get; private set; } = "";

    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>Why what the checks found may stay, in the words of who submitted; what was said once is never taken out.</summary>
    public IReadOnlyList<AnsweredFinding> Answers { get; private set; } = [];

    public static ArticleVersion Of(Article article, int number, Frozen frozen, long reviewId, string by, DateTimeOffset at) => new()
    {
        ArticleId = article.Id,
        Number = number,
        ContentHash = frozen.Hash,
        DueOn = frozen.Document.Disclosure.DueOn,
        ReviewId = reviewId,
        SubmittedBy = by,
        SubmittedAt = at,
    };

    public void Answer(IEnumerable<AnsweredFinding> answers) => Answers = [.. Answers, .. answers];
}

/// <summary>A finding of a check that stays, and why.</summary>
/// <param name="Rule">Which check.</param>
/// <param name="Place">The part of the article, in Chinese.</param>
/// <param name="Excerpt">The words there, personal numbers masked.</param>
/// <param name="Advice">What the check advised.</param>
/// <param name="Reason">Why it stays.</param>
/// <param name="By">Who says so, by sign-in name.</param>
/// <param name="At">When.</param>
internal sealed record AnsweredFinding(
    CheckRule Rule, string Place, string Excerpt, string Advice, string Reason, string By, DateTimeOffset At)
{
    /// <summary>The hash that the audit trail holds of what was said so far; <c>docs/case-file.md</c> says how it is made.</summary>
    public static string HashOf(IEnumerable<AnsweredFinding> answers) => AuditedWords.HashOf(
    [
        .. answers.Select(one => new object[]
        {
            $"{one.Rule}", one.Place, one.Excerpt, one.Advice, one.Reason, one.By, one.At.ToUnixTimeMilliseconds(),
        }),
    ]);
}

using WeChatBridge.Staff;

namespace WeChatBridge.Reviews;

/// <summary>One version of something that speaks officially, named so that other folders need not be known here.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="AccountKey">The official account it speaks for.</param>
/// <param name="SubjectId">Which one of that kind; it stays the same through all versions.</param>
/// <param name="ContentHash">SHA-256 over everything that is released: what is not in it is not examined.</param>
/// <param name="Title">What reviewers see in their list.</param>
/// <param name="Author">The sign-in name of who wrote it.</param>
internal sealed record ReviewedVersion(
    ReviewedKind Kind, string AccountKey, string SubjectId, string ContentHash, string Title, string Author)
{
    /// <summary>Others who wrote in it: they examine it as little as the author does.</summary>
    public IReadOnlyList<string> CoAuthors { get; init; } = [];
}

/// <summary>What can be examined before it speaks.</summary>
internal enum ReviewedKind
{
    Article,
    Report,
    Rule,
    Synonyms,
    WelcomeText,
    Menu,
    ContactCard,
}

/// <summary>Which permission each part of a review takes.</summary>
internal static class ReviewPermissions
{
    /// <summary>To submit a version of this kind.</summary>
    public static Permission ToSubmit(ReviewedKind kind) => kind switch
    {
        ReviewedKind.Article => Permission.WriteArticles,
        ReviewedKind.Report => Permission.ImportReports,
        _ => Permission.KeepRules,
    };

    /// <summary>To do this step of it.</summary>
    public static Permission ToDecide(ReviewedKind kind, ReviewStepKind step) => (kind, step) switch
    {
        (_, ReviewStepKind.Author) => ToSubmit(kind),
        (_, ReviewStepKind.SignOff) => Permission.SignOff,
        (ReviewedKind.Article, _) => Permission.ReviewArticles,
        (ReviewedKind.Report, _) => Permission.ConfirmReports,
        _ => Permission.ConfirmRules,
    };
}

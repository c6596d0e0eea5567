using WeChatBridge.Accounts;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>
/// An article (稿件) of one account while it is written. What is examined and sent are its frozen versions
/// (<see cref="ArticleVersion"/>), never this.
/// </summary>
internal sealed class Article
{
    /// <summary>What stands before its number in <see cref="SubjectId"/>.</summary>
    public const string SubjectPrefix = "article/";

    private readonly List<ArticleFile> _files = [];

    private Article()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>The content's own title, so that a list need not read every body.</summary>
    public string Title { get; private set; } = "";

    public ArticleContent Content { get; private set; } = new();

    /// <summary>The content's own day from which the law's period runs, for whoever looks through all articles; null where none does.</summary>
    public DateOnly? DueFrom { get; private set; }

    public SendingAct Act { get; private set; }

    public int? AudienceTag { get; private set; }

    /// <summary>Everybody who wrote in it, by sign-in name, who began it first: they cannot examine it.</summary>
    public IReadOnlyList<string> Writers { get; private set; } = [];

    public ArticleState State { get; private set; }

    /// <summary>The hash of the version that was submitted and not changed since; empty where it reads otherwise than any submitted one.</summary>
    public string SubmittedHash { get; private set; } = "";

    /// <summary>The article this one corrects (更正).</summary>
    public long? CorrectsArticleId { get; private set; }

    /// <summary>The groups of unanswered questions that prompted it (澄清), by the numbers they had in the list.</summary>
    public IReadOnlyList<long> ClarifiesQuestions { get; private set; } = [];

    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Grows with each change of what it says. Who saves names the number they saw.</summary>
    public int Revision { get; private set; }

    /// <summary>Every file it ever showed: what was once frozen, or may be put back, must stay in the store.</summary>
    public IReadOnlyList<ArticleFile> Files => _files;

    /// <summary>What reviews and publications call it, through all its versions.</summary>
    public string SubjectId => SubjectOf(Id);

    public ArticleDraft Draft => new(Content, Act, AudienceTag);

    /// <summary>What it corrects or clears up, by numbers alone; empty where it stands for itself.</summary>
    public string Links => string.Join(
        ' ', ClarifiesQuestions.Select(question => $"question/{question}").Prepend(CorrectsArticleId is { } id ? SubjectOf(id) : ""))
        .Trim();

    public static string SubjectOf(long id) => $"{SubjectPrefix}{id}";

    public static Article Begun(string accountKey) => new() { AccountKey = accountKey };

    public static Article Correcting(Article original) =>
        new() { AccountKey = original.AccountKey, CorrectsArticleId = original.Id };

    public static Article Clarifying(string accountKey, IReadOnlyList<long> questions) =>
        new() { AccountKey = accountKey, ClarifiesQuestions = questions };

    /// <summary>Why this person cannot change it now, as a sentence; null when they can.</summary>
    /// <param name="seen">The number they saw; null is as they themselves left it.</param>
    /// <param name="by">Who.</param>
    public string? ObjectionTo(int? seen, Acting by) => this switch
    {
        _ when by.Objection(Permission.WriteArticles, AccountKey) is { } missing => missing,
        { State: ArticleState.Discarded } => ArticleTexts.ArticleDiscarded.With(Id),
        _ when HasMovedOn(seen, by) => ArticleTexts.ArticleSavedMeanwhile.With(Id, ChangedBy, OfficeTime.Write(ChangedAt), Revision),
        _ => null,
    };

    public void Write(ArticleDraft draft, string by, DateTimeOffset at)
    {
        (Content, Act, AudienceTag) = (draft.Content, draft.Act, draft.AudienceTag);
        Title = draft.Content.Title;
        DueFrom = draft.Content.Disclosure.DueFrom;
        SubmittedHash = "";
        Writers = [.. Writers.Append(by).Distinct()];
        Touch(by, at);
    }

    /// <summary>Keeps a file with it for good.</summary>
    public void Hold(string fileHash)
    {
        if (!_files.Exists(file => file.FileHash == fileHash))
        {
            _files.Add(ArticleFile.Of(fileHash));
        }
    }

    /// <summary>It now reads like this version.</summary>
    public void Submitted(string contentHash) => SubmittedHash = contentHash;

    /// <summary>Nobody goes on writing it.</summary>
    /// <param name="keepsFiles">Whether a version of it was frozen, whose files are proof.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="at">When.</param>
    public void Discard(bool keepsFiles, string by, DateTimeOffset at)
    {
        State = ArticleState.Discarded;
        if (!keepsFiles)
        {
            _files.Clear();
        }

        Touch(by, at);
    }

    public ReviewedVersion ToReviewed(string contentHash) =>
        new(ReviewedKind.Article, AccountKey, SubjectId, contentHash, Title, Writers[0]) { CoAuthors = [.. Writers.Skip(1)] };

    private bool HasMovedOn(int? seen, Acting by) => seen is { } number ? number != Revision : ChangedBy != by.Name;

    private void Touch(string by, DateTimeOffset at)
    {
        (ChangedBy, ChangedAt) = (by, at);
        Revision++;
    }
}

/// <summary>Whether it is being written.</summary>
internal enum ArticleState
{
    Writing,
    Discarded,
}

/// <summary>A file of an article: a picture, the cover, an attachment.</summary>
internal sealed class ArticleFile
{
    private ArticleFile()
    {
    }

    public long ArticleId { get; private set; }

    /// <summary>The <see cref="StoredFile"/>.</summary>
    public string FileHash { get; private set; } = "";

    public static ArticleFile Of(string fileHash) => new() { FileHash = fileHash };
}

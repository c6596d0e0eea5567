using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>
/// What can be proved of one publication (案卷), in our own form <c>case-file/2</c>: <c>docs/case-file.md</c> describes it. The form names
/// the pages too: they are made anew from the facts and compared, so that whoever changes a page or a text in it gives the form another
/// number.
/// </summary>
internal sealed record CaseFile
{
    public const string CurrentForm = "case-file/2";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter() },
    };

    [JsonPropertyOrder(-1)]
    public string Form { get; init; } = CurrentForm;

    public required CasePublication Publication { get; init; }

    public required IReadOnlyList<CaseArticle> Articles { get; init; }

    /// <summary>The reviews of the articles, earlier versions included, oldest first.</summary>
    public required IReadOnlyList<CaseReview> Reviews { get; init; }

    public required CaseDecisions Decisions { get; init; }

    /// <summary>Every picture that was handed to the platform for this message.</summary>
    public required IReadOnlyList<CasePicture> Pictures { get; init; }

    /// <summary>The delegations (代审) that somebody acted on.</summary>
    public required IReadOnlyList<CaseDelegation> Delegations { get; init; }

    /// <summary>Everybody who is named, with the name colleagues know.</summary>
    public required IReadOnlyList<CasePerson> People { get; init; }

    /// <summary>Which form the bytes say they are of; null where they say none.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public static string? FormOf(byte[] bytes)
    {
        using var read = JsonDocument.Parse(bytes);
        return read.RootElement.ValueKind == JsonValueKind.Object && read.RootElement.TryGetProperty("form", out var form)
            && form.ValueKind == JsonValueKind.String
                ? form.GetString()
                : null;
    }

    /// <exception cref="JsonException">The bytes are no case of this form.</exception>
    public static CaseFile Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<CaseFile>(bytes, Json) is { Form: CurrentForm } read
            ? read
            : throw new JsonException($"Not of the form {CurrentForm}.");
}

/// <summary>The message that went out, or was to.</summary>
internal sealed record CasePublication(
    long Id,
    string AccountKey,
    string AccountName,
    SendingAct Act,
    int? AudienceTag,
    PublicationState State,
    StopReason StopReason,
    string StopWords,
    string ScheduledBy,
    DateTimeOffset ScheduledAt,
    DateTimeOffset DueAt,
    bool MayBeLate,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? EndedAt,
    CasePlatformNumbers Platform)
{
    /// <summary>True from where something may be out: what follows must have been released.</summary>
    [JsonIgnore]
    public bool MayBeOut => State is PublicationState.Submitted or PublicationState.Published or PublicationState.DraftReady
        or PublicationState.OutcomeUnknown or PublicationState.Withdrawn || SubmittedAt is not null;
}

/// <summary>What the platform calls it.</summary>
internal sealed record CasePlatformNumbers(
    string ClientMessageId, string DraftMediaId, string TaskId, string DataId, string PlatformArticleId);

/// <summary>One article of the message, and where in the archive it lies.</summary>
internal sealed record CaseArticle(
    int Position,
    string SubjectId,
    string ContentHash,
    string Title,
    string Url,
    bool HasFailed,
    DateTimeOffset? WithdrawnAt,
    DocumentDisclosure Disclosure,
    IReadOnlyList<CaseVersion> Versions,
    CaseLinks Links,
    string Document,
    string Page,
    IReadOnlyList<CaseStoredFile> Files);

/// <summary>A picture, cover or attachment.</summary>
/// <param name="Use">Cover, Attachment or Picture.</param>
/// <param name="Hash">The SHA-256 of its bytes.</param>
/// <param name="Name">The name it was handed in with; empty for pictures of the body.</param>
/// <param name="Path">Where in the archive it lies.</param>
internal sealed record CaseStoredFile(CaseFileUse Use, string Hash, string Name, string Path);

/// <summary>What an article uses a file for.</summary>
internal enum CaseFileUse
{
    Cover,
    Picture,
    Attachment,
}

/// <summary>One review, as it stood when the case was exported.</summary>
internal sealed record CaseReview(
    long Id,
    string SubjectId,
    string ContentHash,
    IReadOnlyList<string> Authors,
    IReadOnlyList<ReviewStepKind> Plan,
    ReviewStepKind? SecrecyCheckAt,
    ReviewState State,
    int Round,
    bool IsEmergency,
    long? FollowsUpId,
    DateTimeOffset? UsedAt,
    IReadOnlyList<StepFacts> Steps);

/// <summary>Who stood in for whom, from when until when.</summary>
internal sealed record CaseDelegation(long Id, string From, string To, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>A person by both names.</summary>
internal sealed record CasePerson(string Name, string DisplayName);

/// <summary>One outgoing step of the ledger (<c>attempts.json</c>).</summary>
internal sealed record CaseAttempt(
    long Id,
    SendingStep Step,
    string Target,
    DateTimeOffset BegunAt,
    DateTimeOffset? EndedAt,
    AttemptOutcome Outcome,
    int? Code,
    string Answer);

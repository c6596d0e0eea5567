using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing;

/// <summary>
/// A version of an article as it is frozen, examined and sent: everything a reader will get and everything a reviewer decides about, with
/// pictures and attachments by the hashes of their bytes. Its bytes are stored as they are, and their SHA-256 is what an approval is bound
/// to: any change gives another hash, and a save that changes nothing gives the same.
/// </summary>
internal sealed record ArticleDocument
{
    public const string MediaType = "application/json";

    // Part of the bytes: a later form can never give the hash of this one.
    private const string CurrentForm = "article/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    [JsonPropertyOrder(-1)]
    public string Form { get; init; } = CurrentForm;

    public required string AccountKey { get; init; }

    public required SendingAct Act { get; init; }

    /// <summary>The tag (标签) of the followers it goes to; null for everybody, and for acts without an audience.</summary>
    public int? AudienceTag { get; init; }

    public required string Title { get; init; }

    public required string Author { get; init; }

    public required string Digest { get; init; }

    /// <summary>Clean HTML; its pictures are <c>/files/{hash}</c>, or addresses on other sites.</summary>
    public required string BodyHtml { get; init; }

    public DocumentFile? Cover { get; init; }

    public required string SourceLink { get; init; }

    public bool IsRepost { get; init; }

    public required string RepostedFrom { get; init; }

    public bool CommentsOpen { get; init; }

    public bool OnlyFollowersComment { get; init; }

    public IReadOnlyList<DocumentFile> Attachments { get; init; } = [];

    public required DocumentDisclosure Disclosure { get; init; }

    /// <summary>The bytes that are stored, shown to whoever asks for proof, and hashed.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hash() => StoredFile.HashOf(ToBytes());

    /// <exception cref="JsonException">The bytes are no document of this form.</exception>
    public static ArticleDocument Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<ArticleDocument>(bytes, Json) is { Form: CurrentForm } document
            ? document
            : throw new JsonException($"Not a document of the form {CurrentForm}.");
}

/// <summary>A file of a document.</summary>
/// <param name="Hash">The SHA-256 of its bytes, under which the store holds it.</param>
/// <param name="Name">The name it was handed in with.</param>
internal sealed record DocumentFile(string Hash, string Name);

/// <summary>What the 政府信息公开条例 wants to be known of it, as the writer stated it.</summary>
internal sealed record DocumentDisclosure
{
    public required string Class { get; init; }

    public required string CatalogueNumber { get; init; }

    public required string IssuingBody { get; init; }

    public DateOnly? FormedOn { get; init; }

    public DateOnly? ChangedOn { get; init; }

    public required string Visibility { get; init; }

    public required string Grounds { get; init; }

    /// <summary>The last day on which it must be public (article 26), as reckoned when it was frozen; null where there is none.</summary>
    public DateOnly? DueOn { get; init; }
}

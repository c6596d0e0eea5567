using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WeChatBridge.Audit;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>One line of <c>audit.jsonl</c>: an entry of the audit trail, or, as the last line, where the trail's end was.</summary>
internal sealed record CaseAuditLine(
    long Sequence,
    long AtUnixMilliseconds,
    string Actor,
    string AccountKey,
    string Action,
    string Subject,
    string Detail,
    string PreviousHash,
    string Hash)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    [JsonIgnore]
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeMilliseconds(AtUnixMilliseconds);

    public static CaseAuditLine Of(AuditEntry entry) => new(
        entry.Sequence,
        entry.At.ToUnixTimeMilliseconds(),
        entry.Actor,
        entry.AccountKey,
        entry.Action,
        entry.Subject,
        entry.Detail,
        entry.PreviousHash,
        entry.Hash);

    /// <summary>The hash that its own fields give.</summary>
    public string ComputeHash() =>
        AuditEntry.HashOf(Sequence, At, new AuditedAct(Actor, AccountKey, Action, Subject, Detail), PreviousHash);

    /// <summary>The hash that the detail gives under this name; null where it gives none.</summary>
    public string? HashNamed(string name)
    {
        var words = name.Length > 0 ? $"{name} sha256 " : "sha256 ";
        return Detail.Split("; ").FirstOrDefault(part => part.StartsWith(words, StringComparison.Ordinal))?[words.Length..].Split(' ')[0];
    }

    /// <summary>Whether this stands in the detail as a word of its own.</summary>
    public bool Names(string word) => Detail.Split(' ').Any(one => one.TrimEnd(';') == word);

    public static byte[] Write(CaseAudit audit)
    {
        var text = new StringBuilder();
        foreach (var entry in audit.Entries)
        {
            text.Append(JsonSerializer.Serialize(entry, Json)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.Append(JsonSerializer.Serialize(audit.Head, Json)).Append('\n').ToString());
    }

    /// <exception cref="JsonException">A line is not of this form, or the head is missing.</exception>
    public static CaseAudit Read(byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0
            ? throw new JsonException("The head is missing.")
            : new CaseAudit([.. lines[..^1].Select(Parse<CaseAuditLine>)], Parse<CaseAuditHead>(lines[^1]));
    }

    private static T Parse<T>(string line) => JsonSerializer.Deserialize<T>(line, Json) ?? throw new JsonException("A line is empty.");
}

/// <summary>The entries that concern a case, and where the trail's end was.</summary>
internal sealed record CaseAudit(IReadOnlyList<CaseAuditLine> Entries, CaseAuditHead Head);

/// <summary>
/// The newest entry of the trail when the case was exported, exports themselves left aside: a trail that was cut before it does not hold
/// it any more.
/// </summary>
internal sealed record CaseAuditHead(long HeadSequence, string HeadHash);

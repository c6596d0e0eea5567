using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChatBridge.Answers.Rules;

/// <summary>All that one version of a rule says, and when it says it. What is not in here is not examined and does not speak.</summary>
/// <param name="Name">What staff call it, and what a follower reads where several rules fit.</param>
/// <param name="Keywords">What calls it; any of them.</param>
/// <param name="Replies">What it says.</param>
internal sealed record RuleContent(string Name, IReadOnlyList<RuleKeyword> Keywords, IReadOnlyList<RuleReply> Replies)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public RuleMode Mode { get; init; }

    /// <summary>Where rules are called by equally good words, the higher one speaks.</summary>
    public int Priority { get; init; }

    /// <summary>The first day it speaks, in the office's zone; null from the beginning.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day it speaks; null without end.</summary>
    public DateOnly? ValidUntil { get; init; }

    public bool IsValidOn(DateOnly day) => !(day < ValidFrom) && !(day > ValidUntil);

    /// <summary>The form it is stored and hashed in.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">It is not of the form <see cref="ToText"/> writes.</exception>
    public static RuleContent Read(string text) => JsonSerializer.Deserialize<RuleContent>(text, Json) ?? throw new JsonException(text);
}

/// <summary>A keyword (关键词) of a rule.</summary>
internal sealed record RuleKeyword(string Text, KeywordMatch Match);

/// <summary>How a keyword is compared with what a follower says; the better kind first.</summary>
internal enum KeywordMatch
{
    /// <summary>全匹配: it is all that was said, polite words aside.</summary>
    Exact,

    /// <summary>半匹配: it is part of what was said.</summary>
    Contained,

    /// <summary>正则表达式.</summary>
    Pattern,
}

/// <summary>How many of its replies a rule gives.</summary>
internal enum RuleMode
{
    /// <summary>The first that can be given.</summary>
    First,

    /// <summary>All of them, one message after the other by 「更多」: a passive reply is a single message.</summary>
    All,
}

using System.Text.Json.Serialization;

namespace WeChatBridge.Answers.Rules;

/// <summary>One thing a rule says.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(Passage), "section")]
[JsonDerivedType(typeof(Passages), "sections")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Picture), "picture")]
internal abstract record RuleReply
{
    /// <summary>The office's own words.</summary>
    internal sealed record Words(string Text) : RuleReply;

    /// <summary>A section of a report the account may quote, with its source.</summary>
    internal sealed record Passage(long SectionId) : RuleReply;

    /// <summary>Several sections to choose from.</summary>
    internal sealed record Passages(string Head, IReadOnlyList<long> SectionIds) : RuleReply;

    /// <summary>A card that opens a page (图文).</summary>
    internal sealed record Card(string Title, string Description, string PictureUrl, string Link) : RuleReply;

    /// <summary>A picture: a file of the store, named by its hash, or permanent material of the platform.</summary>
    internal sealed record Picture(string FileHash, string MediaId) : RuleReply;
}

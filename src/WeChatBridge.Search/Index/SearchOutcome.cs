using WeChatBridge.Search.Excerpts;

namespace WeChatBridge.Search.Index;

/// <summary>What the documents say to a question.</summary>
public abstract record SearchOutcome
{
    private SearchOutcome()
    {
    }

    /// <summary>One section answers.</summary>
    /// <param name="Hit">That section.</param>
    public sealed record Sure(SectionHit Hit) : SearchOutcome;

    /// <summary>Several sections may be meant.</summary>
    /// <param name="Hits">Two to five sections, the likeliest first.</param>
    public sealed record Choice(IReadOnlyList<SectionHit> Hits) : SearchOutcome;

    /// <summary>The documents do not answer this.</summary>
    public sealed record NothingFound : SearchOutcome;
}

/// <summary>A section that was found.</summary>
/// <param name="DocumentId">The document's <see cref="IndexedDocument.Id"/>.</param>
/// <param name="SectionId">The section's <see cref="IndexedSection.Id"/>.</param>
/// <param name="Score">How well it answers, comparable within one outcome only.</param>
/// <param name="Excerpt">The passage to show.</param>
/// <param name="Fact">The sentence of the passage that states the fact asked for; null where none surely does, or none was asked for.</param>
public sealed record SectionHit(string DocumentId, string SectionId, double Score, Excerpt Excerpt, Fact? Fact = null)
{
    /// <summary>The sections the passage holds from first to last, where it holds more than this one: they answer nearly alike.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];
}

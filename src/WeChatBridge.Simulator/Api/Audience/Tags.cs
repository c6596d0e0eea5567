using System.Collections.Immutable;

namespace WeChatBridge.Simulator.Api.Audience;

/// <summary>The account's tags (标签) and who carries them.</summary>
public sealed class Tags(Lock gate)
{
    private ImmutableList<Tag> _all = [];

    public IReadOnlyList<Tag> All => _all;

    public Tag? Find(int id) => _all.Find(tag => tag.Id == id);

    /// <summary>Makes a tag, as a person at the website would, and puts it on these followers.</summary>
    public Tag Add(string name, params string[] openIds)
    {
        lock (gate)
        {
            // The platform's own tags, the star among them, take the numbers below 100.
            var tag = new Tag(100 + _all.Count, name, [.. openIds]);
            _all = _all.Add(tag);
            return tag;
        }
    }
}

/// <summary>One tag.</summary>
public sealed record Tag(int Id, string Name, IReadOnlyCollection<string> OpenIds);

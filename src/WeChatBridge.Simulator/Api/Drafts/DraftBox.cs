using System.Collections.Immutable;
using System.Security.Cryptography;

namespace WeChatBridge.Simulator.Api.Drafts;

/// <summary>The draft box (草稿箱) of one account. A draft leaves it when it is deleted, published or mass-sent.</summary>
public sealed class DraftBox(TimeProvider clock, Lock gate)
{
    private ImmutableList<Draft> _drafts = [];

    /// <summary>The drafts, the newest change first, as draft/batchget lists them.</summary>
    public IReadOnlyList<Draft> All => [.. _drafts.OrderByDescending(draft => draft.UpdatedAt)];

    public Draft? Find(string mediaId) => _drafts.Find(draft => draft.MediaId == mediaId);

    /// <summary>Removes a draft, as a person at the website could at any moment.</summary>
    public bool Remove(string mediaId)
    {
        lock (gate)
        {
            var before = _drafts;
            _drafts = _drafts.RemoveAll(draft => draft.MediaId == mediaId);
            return _drafts != before;
        }
    }

    /// <summary>Changes an article of a draft, as a person at the website could at any moment.</summary>
    public void Edit(string mediaId, int index, Func<DraftArticle, DraftArticle> change)
    {
        lock (gate)
        {
            var draft = Find(mediaId) ?? throw new ArgumentException($"No draft {mediaId} is in the box.", nameof(mediaId));
            Replace(draft, index, change(draft.Articles[index]));
        }
    }

    internal Draft Add(IReadOnlyList<DraftArticle> articles)
    {
        var now = clock.GetUtcNow();
        var draft = new Draft(RandomNumberGenerator.GetHexString(64), articles, now, now);
        _drafts = _drafts.Add(draft);
        return draft;
    }

    internal void Replace(Draft draft, int index, DraftArticle article)
    {
        List<DraftArticle> articles = [.. draft.Articles];
        articles[index] = article;
        _drafts = _drafts.Replace(draft, draft with { Articles = articles, UpdatedAt = clock.GetUtcNow() });
    }
}

using System.Collections.Immutable;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Audience;

/// <summary>What readers wrote under the account's articles (留言), and which articles take comments.</summary>
public sealed class Comments(TimeProvider clock, Lock gate)
{
    /// <summary>What 精选 holds per article; the platform's page names no number, the website stops here.</summary>
    private const int MostElected = 100;

    private ImmutableList<Comment> _all = [];
    private ImmutableHashSet<ArticlePlace> _closed = [];

    public IReadOnlyList<Comment> All => _all;

    public bool IsOpen(ArticlePlace place) => !_closed.Contains(place);

    /// <summary>A reader writes under an article.</summary>
    public Comment Add(ArticlePlace place, string openId, string content)
    {
        lock (gate)
        {
            var number = _all.Count(comment => comment.Place == place) + 1;
            var comment = new Comment(place, number, openId, content, clock.GetUtcNow());
            _all = _all.Add(comment);
            return comment;
        }
    }

    internal Comment? Find(ArticlePlace place, int number) =>
        _all.Find(comment => comment.Place == place && comment.Number == number && !comment.IsDeleted);

    internal void SetOpen(ArticlePlace place, bool open) => _closed = open ? _closed.Remove(place) : _closed.Add(place);

    internal ErrorCode Elect(Comment comment, bool elected)
    {
        if (elected && _all.Count(other => other.Place == comment.Place && other.IsElected) >= MostElected)
        {
            return ErrorCode.CommentElectLimit;
        }

        Replace(comment, comment with { IsElected = elected });
        return ErrorCode.Ok;
    }

    internal void Reply(Comment comment, string? reply) =>
        Replace(comment, comment with { Reply = reply, RepliedAt = reply is null ? null : clock.GetUtcNow() });

    internal void Delete(Comment comment) => Replace(comment, comment with { IsDeleted = true });

    private void Replace(Comment old, Comment changed) => _all = _all.Replace(old, changed);
}

/// <summary>Where an article stands: the msg_data_id of its message, and its place in it, counted from 0.</summary>
public sealed record ArticlePlace(long MessageDataId, int Index);

/// <summary>One reader's comment and the account's reply to it.</summary>
public sealed record Comment(ArticlePlace Place, int Number, string OpenId, string Content, DateTimeOffset CreatedAt)
{
    public bool IsElected { get; init; }

    public string? Reply { get; init; }

    public DateTimeOffset? RepliedAt { get; init; }

    public bool IsDeleted { get; init; }
}

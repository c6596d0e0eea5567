namespace WeChatBridge.Simulator.Followers;

/// <summary>A person on the other end of an account (粉丝), and what their phone shows of it.</summary>
public sealed class Follower
{
    private readonly Lock _gate = new();
    private readonly List<ChatItem> _chat = [];
    private readonly List<FollowerAct> _acts = [];
    private bool _follows = true;

    internal Follower(PlatformAccount account, string openId)
    {
        Account = account;
        OpenId = openId;
        FollowedAt = account.Platform.Clock.GetUtcNow();
    }

    public PlatformAccount Account { get; }

    public string OpenId { get; }

    public DateTimeOffset FollowedAt { get; private set; }

    public bool Follows
    {
        get
        {
            lock (_gate)
            {
                return _follows;
            }
        }
    }

    /// <summary>The chat as it stands, oldest first.</summary>
    public IReadOnlyList<ChatItem> Chat
    {
        get
        {
            lock (_gate)
            {
                return [.. _chat];
            }
        }
    }

    /// <summary>What the person did, oldest first; the API counts its customer messages against this.</summary>
    public IReadOnlyList<FollowerAct> Acts
    {
        get
        {
            lock (_gate)
            {
                return [.. _acts];
            }
        }
    }

    /// <summary>Shows something in the chat: a passive reply, a customer message, a mass-sent article.</summary>
    public ChatItem Receive(ChatItem item)
    {
        lock (_gate)
        {
            var shown = item with { Sequence = _chat.Count + 1, At = Account.Platform.Clock.GetUtcNow() };
            _chat.Add(shown);
            return shown;
        }
    }

    internal void Did(FollowerActKind kind, bool? follows = null)
    {
        lock (_gate)
        {
            var now = Account.Platform.Clock.GetUtcNow();
            _acts.Add(new FollowerAct(now, kind));
            if (follows is { } newly && newly != _follows)
            {
                _follows = newly;
                FollowedAt = newly ? now : FollowedAt;
            }
        }
    }
}

using WeChatBridge.Simulator.Callbacks;

namespace WeChatBridge.Simulator.Followers;

/// <summary>A person on the other end of an account (粉丝), and what their phone shows of it.</summary>
public sealed partial class Follower
{
    private readonly Lock _gate = new();
    private readonly List<ChatItem> _chat = [];
    private readonly List<FollowerAct> _acts = [];
    private CallbackMessage? _lastMessage;
    private bool _follows = true;

    internal Follower(PlatformAccount account, string openId)
    {
        Account = account;
        OpenId = openId;
        FollowedAt = account.Platform.Clock.GetUtcNow();
    }

    public PlatformAccount Account { get; }

    public string OpenId { get; }

    /// <summary>The name (微信号) the person chose; empty where the account's tests never needed one.</summary>
    public string WeChatName { get; set; } = "";

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

    /// <summary>Whether there is a message to repeat.</summary>
    public bool HasSent
    {
        get
        {
            lock (_gate)
            {
                return _lastMessage is not null;
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

    private Task<DeliveryReport> WriteAsync(CallbackMessage message, string kind, string text, CancellationToken cancellationToken) =>
        WriteAsync(message, new ChatItem { Side = ChatSide.Follower, Kind = kind, Text = text }, cancellationToken);

    private Task<DeliveryReport> WriteAsync(CallbackMessage message, ChatItem bubble, CancellationToken cancellationToken)
    {
        Receive(bubble);
        Did(FollowerActKind.Message);
        return DeliverAsync(message, cancellationToken);
    }

    private Task<DeliveryReport> StartFollowingAsync(string? scene, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _follows = true;
            FollowedAt = Account.Platform.Clock.GetUtcNow();
        }

        Did(FollowerActKind.Follow);
        return DeliverAsync(FollowerMessage.Subscribe(this, scene), cancellationToken);
    }

    private async Task<DeliveryReport> DeliverAsync(CallbackMessage message, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _lastMessage = message;
        }

        var report = await Account.Platform.Delivery.DeliverAsync(message, cancellationToken);
        // Who has left sees nothing more, whatever is answered to the unsubscribe event.
        return report with { Shown = report.Shown is { } shown && Follows ? Receive(shown) : null };
    }

    private void Did(FollowerActKind kind)
    {
        lock (_gate)
        {
            _acts.Add(new FollowerAct(Account.Platform.Clock.GetUtcNow(), kind));
        }
    }
}

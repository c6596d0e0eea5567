using System.Collections.Immutable;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Api.CustomerService;

/// <summary>The customer messages an account sent, and how many more each follower's acts allow.</summary>
public sealed class CustomerMessages(TimeProvider clock, Lock gate)
{
    private static readonly TimeSpan TypingWindow = TimeSpan.FromSeconds(30);

    private static readonly (FollowerActKind Kind, int Messages, TimeSpan Window)[] Allowances =
    [
        (FollowerActKind.Message, 5, TimeSpan.FromHours(48)),
        (FollowerActKind.MenuClick, 3, TimeSpan.FromMinutes(1)),
        (FollowerActKind.Follow, 3, TimeSpan.FromMinutes(1)),
        (FollowerActKind.Scan, 3, TimeSpan.FromMinutes(1)),
    ];

    private readonly Dictionary<string, DateTimeOffset> _typing = new(StringComparer.Ordinal);
    private ImmutableList<CustomerMessage> _sent = [];
    private ImmutableHashSet<string> _refusing = [];

    /// <summary>Everything sent, oldest first.</summary>
    public IReadOnlyList<CustomerMessage> Sent => _sent;

    /// <summary>The follower turned the account's messages off: the next one answers 48002.</summary>
    public void Refuse(string openId) => ImmutableInterlocked.Update(ref _refusing, refusing => refusing.Add(openId));

    public IReadOnlyList<CustomerMessage> SentTo(string openId) => [.. _sent.Where(message => message.OpenId == openId)];

    /// <summary>Whether the follower sees that the account is typing.</summary>
    public bool IsTyping(string openId)
    {
        lock (gate)
        {
            return _typing.TryGetValue(openId, out var since) && clock.GetUtcNow() - since < TypingWindow;
        }
    }

    internal ErrorCode Send(Follower follower, ChatItem item)
    {
        if (PayingAct(follower, out var code) is not { } act)
        {
            return code;
        }

        var shown = follower.Receive(item);
        _sent = _sent.Add(new CustomerMessage(follower.OpenId, shown.At, shown, act));
        _typing.Remove(follower.OpenId);
        return ErrorCode.Ok;
    }

    internal ErrorCode Type(Follower follower)
    {
        if (follower.Acts is not [.., var last] || clock.GetUtcNow() - last.At > TypingWindow)
        {
            return ErrorCode.TypingWindowClosed;
        }

        if (IsTyping(follower.OpenId))
        {
            return ErrorCode.AlreadyTyping;
        }

        _typing[follower.OpenId] = clock.GetUtcNow();
        return ErrorCode.Ok;
    }

    internal void StopTyping(Follower follower) => _typing.Remove(follower.OpenId);

    // Each new act of a kind opens that kind's window anew; of several open windows the one that closes first pays.
    private FollowerAct? PayingAct(Follower follower, out ErrorCode code)
    {
        code = !follower.Follows ? ErrorCode.FollowRequired
            : _refusing.Contains(follower.OpenId) ? ErrorCode.RefusedByFollower
            : ErrorCode.ReplyWindowClosed;
        if (code != ErrorCode.ReplyWindowClosed)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var open = Allowances
            .Select(rule => (Act: follower.Acts.LastOrDefault(act => act.Kind == rule.Kind), rule.Messages, rule.Window))
            .Where(window => window.Act is { } act && now - act.At <= window.Window)
            .OrderBy(window => window.Act!.At + window.Window)
            .ToList();
        code = open.Count == 0 ? ErrorCode.ReplyWindowClosed : ErrorCode.ReplyCountUsedUp;
        return open.Find(window => SentTo(follower.OpenId).Count(sent => ReferenceEquals(sent.PaidBy, window.Act)) < window.Messages).Act;
    }
}

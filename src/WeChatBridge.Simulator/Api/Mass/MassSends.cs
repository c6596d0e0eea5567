using System.Collections.Immutable;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Api.Drafts;
using WeChatBridge.Simulator.Api.Publishing;
using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Api.Mass;

/// <summary>Everything an account pushed to its followers (群发), and how the next ones will end.</summary>
public sealed class MassSends
{
    private static readonly TimeSpan AdminPatience = TimeSpan.FromMinutes(30);

    private readonly PlatformAccount _account;
    private readonly PlatformJobs _jobs;
    private readonly DraftBox _drafts;
    private readonly MessageNumbers _numbers;
    private readonly Lock _gate;
    private readonly Queue<MassEnding> _endings = [];
    private ImmutableList<MassMessage> _asked = [];
    private ImmutableList<MassMessage> _all = [];
    private ImmutableList<(string Recipient, ChatItem Content)> _previews = [];

    internal MassSends(PlatformAccount account, PlatformJobs jobs, DraftBox drafts, MessageNumbers numbers, Lock gate)
    {
        _account = account;
        _jobs = jobs;
        _drafts = drafts;
        _numbers = numbers;
        _gate = gate;
        ClientMessageIds = new ClientMessageIds(account.Platform.Clock);
    }

    /// <summary>How long checks and sending take from the acceptance, or the administrator's consent, on.</summary>
    public TimeSpan Duration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>API群发保护: what a message to everybody meets.</summary>
    public MassProtection Protection { get; set; }

    /// <summary>All, in the order they were accepted.</summary>
    public IReadOnlyList<MassMessage> All => _all;

    /// <summary>Calls the protection refused: each goes out if the administrator, who was asked, confirms it in time.</summary>
    public IReadOnlyList<MassMessage> AskedOfAdmin => _asked;

    /// <summary>What was sent to single people for a look, by OpenID or by WeChat name.</summary>
    public IReadOnlyList<(string Recipient, ChatItem Content)> Previews => _previews;

    internal ClientMessageIds ClientMessageIds { get; }

    public MassMessage? Find(long messageId) => _all.Find(message => message.MessageId == messageId);

    /// <summary>Decides how the next message ends; several decisions wait in line, without one it goes out.</summary>
    public void EndNextWith(MassEnding ending)
    {
        lock (_gate)
        {
            _endings.Enqueue(ending);
        }
    }

    /// <summary>The administrator confirms a message the protection holds.</summary>
    public void AdminConfirms(long messageId)
    {
        lock (_gate)
        {
            var released = Waiting(messageId) with { WaitsForAdmin = false };
            _all = _asked.Exists(asked => asked.MessageId == messageId) ? _all.Add(released) : _all;
            _asked = _asked.RemoveAll(asked => asked.MessageId == messageId);
            Keep(released);
            _jobs.After(Duration, () => Finish(released.MessageId));
        }
    }

    /// <summary>The administrator refuses a message the protection holds: err(40001).</summary>
    public void AdminRefuses(long messageId)
    {
        CallbackMessage? told;
        lock (_gate)
        {
            told = End(Waiting(messageId), MassEnding.Refusal(40001));
        }

        _jobs.Send(told);
    }

    /// <summary>A person pushes something to everybody at the website; it takes the day's quota at once.</summary>
    public MassMessage SendFromWebsite(string text)
    {
        lock (_gate)
        {
            return Accept(new MassMessage
            {
                MessageId = _numbers.Next(),
                ClientMessageId = "",
                IsFromWebsite = true,
                Audience = new MassAudience { Everybody = true },
                Content = new ChatItem { Side = ChatSide.Account, Kind = ChatKinds.Text, Text = text },
                AcceptedAt = _account.Platform.Clock.GetUtcNow(),
            });
        }
    }

    internal MassMessage Accept(MassMessage message)
    {
        var waits = Protection == MassProtection.HoldsMessage && message is { Audience.Everybody: true, IsFromWebsite: false };
        var accepted = message with { WaitsForAdmin = waits };
        _all = _all.Add(accepted);
        _jobs.After(waits ? AdminPatience : Duration, () => waits ? GiveUp(message.MessageId) : Finish(message.MessageId));
        return accepted;
    }

    internal MassMessage New(MassContent content, MassAudience audience, string clientMessageId, bool ignoresReprint) => new()
    {
        MessageId = _numbers.Next(),
        MessageDataId = content.Draft is null ? 0 : _numbers.Next(),
        ClientMessageId = clientMessageId,
        Audience = audience,
        Content = content.Item,
        DraftMediaId = content.Draft?.MediaId,
        Articles = content.Draft?.Articles ?? [],
        IgnoresReprint = ignoresReprint,
        AcceptedAt = _account.Platform.Clock.GetUtcNow(),
    };

    /// <summary>
    /// The notes name both codes without saying when each comes; here the first call asks, later ones find it asked. Confirmed, the message
    /// counts as accepted, so that a repetition learns its number; declined or forgotten, it never was.
    /// </summary>
    internal ErrorCode RefuseByProtection(MassMessage message)
    {
        if (Protection != MassProtection.RefusesCall || !message.Audience.Everybody)
        {
            return ErrorCode.Ok;
        }

        if (!_asked.IsEmpty)
        {
            return ErrorCode.MassSendWaitsForAdmin;
        }

        _asked = _asked.Add(message with { WaitsForAdmin = true });
        _jobs.After(AdminPatience, () => GiveUp(message.MessageId));
        return ErrorCode.MassSendNeedsAdmin;
    }

    internal void Preview(Follower person, string namedAs, ChatItem content)
    {
        person.Receive(content);
        _previews = _previews.Add((namedAs, content));
    }

    /// <param name="message">One the API sent.</param>
    /// <param name="index">1 for the first article, 0 for all of them.</param>
    internal ErrorCode Delete(MassMessage message, int index)
    {
        if (DeletedArticles.With(message.DeletedIndexes, index, message.Articles.Count) is not { } gone)
        {
            return ErrorCode.InvalidIndex;
        }

        Keep(message with { DeletedIndexes = gone, Status = gone.Count == message.Articles.Count ? MassStatus.Deleted : message.Status });
        return ErrorCode.Ok;
    }

    private MassMessage Waiting(long messageId) => FindWaiting(messageId)
        ?? throw new ArgumentException($"No message {messageId} waits for the administrator.", nameof(messageId));

    private MassMessage? FindWaiting(long messageId) =>
        _asked.Find(asked => asked.MessageId == messageId) ?? (Find(messageId) is { WaitsForAdmin: true } message ? message : null);

    private CallbackMessage? GiveUp(long messageId) =>
        FindWaiting(messageId) is { } message ? End(message, MassEnding.Refusal(40002)) : null;

    // Only what the API sent is told of; a person at the website sees the outcome there.
    private CallbackMessage? Finish(long messageId)
    {
        var message = Find(messageId)!;
        var told = End(message, _endings.TryDequeue(out var ending) ? ending : MassEnding.Success);
        return message.IsFromWebsite ? null : told;
    }

    private CallbackMessage End(MassMessage message, MassEnding ending)
    {
        var outcome = ending.OutcomeFor(message);
        var succeeds = outcome == MassEnding.Success.Outcome;
        var audience = message.Audience.Among(_account);
        var reached = audience.Where(follower => succeeds && MassQuota.MayReceive(_account, follower.OpenId, _all)).ToList();
        var total = Math.Max(message.Audience.OpenIds.Count, audience.Count);
        var ended = message with
        {
            WaitsForAdmin = false,
            Status = succeeds ? MassStatus.Succeeded : MassStatus.Failed,
            Outcome = outcome,
            FinishedAt = _account.Platform.Clock.GetUtcNow(),
            Reached = [.. reached.Select(follower => follower.OpenId)],
            TotalCount = total,
            ErrorCount = total - reached.Count,
        };
        _asked = _asked.RemoveAll(asked => asked.MessageId == message.MessageId);
        Keep(ended);
        if (succeeds && message.DraftMediaId is { } draft)
        {
            _drafts.Remove(draft);
        }

        reached.ForEach(follower => follower.Receive(WithAddresses(message)));
        return MassJobFinished.Event(_account, ended, ending);
    }

    private static ChatItem WithAddresses(MassMessage message) => message.Content with
    {
        Articles = [.. message.Content.Articles.Select((card, i) => card with { Url = message.Url(i) })],
    };

    // What was never accepted is in no list.
    private void Keep(MassMessage message) =>
        _all = _all.FindIndex(kept => kept.MessageId == message.MessageId) is >= 0 and var place ? _all.SetItem(place, message) : _all;
}

using WeChatBridge.Accounts;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Answers.Conversations;

/// <summary>
/// One message while it is being answered: what was said, what is known of the talk so far, and what will be stored in one commit with the
/// answer. It reads from the store and never writes: a repeat of the message drops everything collected here.
/// </summary>
internal sealed class Turn(ServedAccount account, InboundMessage message, DateTimeOffset at, BridgeContext store)
{
    private readonly List<StoredEffect> _effects = [];
    private readonly List<Head> _heads = [];

    public ServedAccount Account { get; } = account;

    public InboundMessage Message { get; } = message;

    public string OpenId => Message.FromUserName;

    public DateTimeOffset At { get; } = at;

    /// <summary>For reading only.</summary>
    public BridgeContext Store { get; } = store;

    /// <summary>What the follower said, where it was words: typed, recognised from voice, or behind a menu button.</summary>
    public string Words { get; } = WordsOf(message);

    /// <summary>Rules to answer by instead of those that speak, where somebody tries one out; null for followers.</summary>
    public RuleShelf? TriedRules { get; init; }

    /// <summary>What was remembered when the message came, changed by whoever answers it.</summary>
    public ConversationState State { get; set; } = ConversationState.New;

    /// <summary>True where nothing of the follower is to be kept, this message's sender included.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>True where the inbox keeps the words: then nothing else does, so that only who may read the message can.</summary>
    public bool IsKeptByInbox { get; set; }

    /// <summary>True where the words are a secret between the sender and us: nothing keeps them.</summary>
    public bool HoldsSecret { get; set; }

    /// <summary>What is stored with the answer, in this order.</summary>
    public IReadOnlyList<StoredEffect> Effects => _effects;

    public void Also(StoredEffect effect) => _effects.Add(effect);

    /// <summary>Says something at the head of an answer, and remembers with it that it has been said.</summary>
    /// <param name="line">What is said.</param>
    /// <param name="effect">What is stored once it is said.</param>
    /// <param name="once">What is no longer remembered of the talk once it is said.</param>
    public void SayFirst(string line, StoredEffect? effect = null, Func<ConversationState, ConversationState>? once = null) =>
        _heads.Add(new Head(line, effect, once));

    /// <summary>
    /// The answer with what is to be said first. Whom to call in danger is never put second; and what does not fit beside this answer, or
    /// cannot be said with a card or picture, waits for the next.
    /// </summary>
    public Answer WithHead(Answer answer)
    {
        var text = Lines.Join([.. _heads.Select(head => head.Line), "", answer.Text]);
        if (_heads.Count == 0 || IsForgotten || answer is { Kind: AnswerKind.Danger } or { Text.Length: 0 } or { Content: not null }
            || !TextLimit.Fits(text))
        {
            return answer;
        }

        _effects.AddRange(_heads.Select(head => head.Effect).OfType<StoredEffect>());
        State = _heads.Aggregate(State, (state, head) => head.Once?.Invoke(state) ?? state);
        return answer with { Text = text };
    }

    /// <summary>What a message says in words; empty where it says none.</summary>
    public static string WordsOf(InboundMessage message) => message switch
    {
        TextMessage text => text.Content,
        VoiceMessage voice => voice.Recognition ?? "",
        MenuClickEvent { EventKey: { } key } => MenuKey.WordsOf(key) ?? "",
        _ => "",
    };

    private sealed record Head(string Line, StoredEffect? Effect, Func<ConversationState, ConversationState>? Once);
}

/// <summary>What a menu button says when it is pressed: <c>ask:words</c>, <c>section:12</c>, <c>rule:3</c>.</summary>
internal static class MenuKey
{
    private const string Ask = "ask:";

    /// <summary>The words a button asks in the follower's stead; null for another kind of button.</summary>
    public static string? WordsOf(string key) => key.StartsWith(Ask, StringComparison.Ordinal) ? key[Ask.Length..] : null;

    /// <summary>The number behind a prefix such as <c>section:</c>; null where it is not that kind of key.</summary>
    public static long? NumberOf(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.Ordinal) && long.TryParse(key.AsSpan(prefix.Length), null, out var number) ? number : null;
}

using WeChatBridge.Texts;

namespace WeChatBridge.Inbox;

/// <summary>The office's words as the follower reads them.</summary>
internal static class InboxWords
{
    /// <summary>As a message of its own: an answer says what it answers, a word in a talk stands for itself.</summary>
    public static string Outgoing(InboxReply reply, ReceiptNumber receipt) =>
        reply.Kind == ReplyKind.Answer ? FollowerTexts.InboxAnswerSent.With(receipt, reply.Text) : reply.Text;

    public static string NameOf(InboxState state) => state switch
    {
        InboxState.Open => FollowerTexts.InboxStateOpen,
        InboxState.InProgress => FollowerTexts.InboxStateInProgress,
        InboxState.Answered => FollowerTexts.InboxStateAnswered,
        InboxState.Closed => FollowerTexts.InboxStateClosed,
        _ => FollowerTexts.InboxStateUnanswerable,
    };
}

namespace WeChatBridge.Answers.Conversations;

/// <summary>One of those that may answer a message. They are asked in a fixed order; the first that has something to say answers.</summary>
internal interface IRespondent
{
    /// <summary>The answer; null passes the message on.</summary>
    ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken);
}

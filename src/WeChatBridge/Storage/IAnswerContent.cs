namespace WeChatBridge.Storage;

/// <summary>Something held in memory that answers are made of; it is read anew when <see cref="StoreMark.AnswerContent"/> has moved.</summary>
internal interface IAnswerContent
{
    /// <summary>Reads anew if the store's content is newer than what is held; answers go on from the old until the new is whole.</summary>
    Task RefreshAsync(CancellationToken cancellationToken);
}

using WeChatBridge.Accounts;

namespace WeChatBridge.Answers.Conversations;

/// <summary>Something a picked line, a menu button or 「更多」 can lead to.</summary>
internal interface IDestination
{
    /// <summary>What stands there, from a place on; null where it leads nowhere, or no longer.</summary>
    Answer? Follow(ServedAccount account, string leads, int from);
}

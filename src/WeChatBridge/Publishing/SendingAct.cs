namespace WeChatBridge.Publishing;

/// <summary>What is done with an article, named for what it does.</summary>
internal enum SendingAct
{
    /// <summary>发布: it gets an address. Followers are not told, and the account's page does not show it.</summary>
    Publish,

    /// <summary>群发: pushed to followers, and it uses up the account's allowance.</summary>
    MassSend,

    /// <summary>仅存草稿: it lies in the draft box until a person sends it on the platform's website and enters its address.</summary>
    DraftOnly,
}

namespace WeChatBridge.WeChat.Api.Material;

/// <summary>Kinds of permanent material that can be listed.</summary>
public enum MaterialListKind
{
    /// <summary>Pictures.</summary>
    Image,

    /// <summary>Videos.</summary>
    Video,

    /// <summary>Sounds.</summary>
    Voice,

    /// <summary>Articles of the time before drafts.</summary>
    News,
}

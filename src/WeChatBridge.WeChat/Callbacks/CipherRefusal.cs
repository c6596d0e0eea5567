namespace WeChatBridge.WeChat.Callbacks;

/// <summary>Why a ciphertext was not opened, in the order the checks are made.</summary>
/// <remarks>For our log only: a sender who can tell them apart can ask us to decrypt.</remarks>
public enum CipherRefusal
{
    /// <summary>The text is not Base64 (the platform's samples: -40010).</summary>
    NotBase64,

    /// <summary>Empty, or not a whole number of AES blocks (-40007).</summary>
    NotWholeBlocks,

    /// <summary>The padding is not 1 to 32 equal bytes of that value. Usual for a wrong key.</summary>
    BadPadding,

    /// <summary>The frame is too short, or declares more bytes than there are (-40008).</summary>
    BadLength,

    /// <summary>The frame ends with another account's AppID (-40005).</summary>
    WrongAppId,
}

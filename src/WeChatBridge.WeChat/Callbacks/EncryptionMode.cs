namespace WeChatBridge.WeChat.Callbacks;

/// <summary>How an account's callbacks travel (消息加解密方式). It is our setting; what a request claims about itself decides nothing.</summary>
public enum EncryptionMode
{
    /// <summary>明文模式: the body is clear, only the query is signed.</summary>
    Plain,

    /// <summary>兼容模式: the body carries the clear fields and their encryption side by side.</summary>
    Compatible,

    /// <summary>安全模式: the body carries the encryption only.</summary>
    Safe,
}

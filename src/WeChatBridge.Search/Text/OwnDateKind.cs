namespace WeChatBridge.Search.Text;

/// <summary>Which date of a document itself a question asks for.</summary>
internal enum OwnDateKind
{
    /// <summary>None: a date the document speaks of, or no date.</summary>
    None,

    /// <summary>Since when it applies (从哪天开始施行).</summary>
    Effect,

    /// <summary>When it was written, passed or published (什么时候定的).</summary>
    Making,
}

namespace WeChatBridge.Articles;

/// <summary>A limit of the platform an article breaks; it would be refused when sent, so the writer is told while writing.</summary>
/// <param name="Field">Where.</param>
/// <param name="Sentence">What is wrong and what to do, in Chinese.</param>
internal sealed record LimitBreach(ArticleField Field, string Sentence);

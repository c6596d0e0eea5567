namespace WeChatBridge.Articles.Body;

/// <summary>
/// An article's body (正文) as it is kept: our own clean HTML with inline styles only, its pictures, and what could not come along.
/// </summary>
/// <param name="Html">Clean HTML; cleaning it again changes nothing.</param>
/// <param name="Images">The pictures in the order they stand in.</param>
/// <param name="Losses">Chinese sentences for the writer: what was left out, so that nothing disappears unnoticed.</param>
internal sealed record ArticleBody(string Html, IReadOnlyList<BodyImage> Images, IReadOnlyList<string> Losses)
{
    public static readonly ArticleBody Empty = new("", [], []);

    /// <summary>The words a reader sees, a paragraph a line; places in it are what checks point at.</summary>
    public string Text() => BodyText.Read(Html);
}

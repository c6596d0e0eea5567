using Markdig;

namespace WeChatBridge.Search.Documents;

/// <summary>Reads Markdown through the HTML it stands for, so that both give the same text.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    public static string Read(string markdown) => HtmlText.Read(Markdown.ToHtml(markdown, Pipeline));
}

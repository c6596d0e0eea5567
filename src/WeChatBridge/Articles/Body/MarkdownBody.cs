using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace WeChatBridge.Articles.Body;

/// <summary>Makes a body from Markdown; headings go one level down, because the article's title is the first.</summary>
internal static class MarkdownBody
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().UseEmphasisExtras().UseTaskLists().UseAutoLinks().Build();

    private static readonly (string Selector, string Style)[] Styles =
        [("table", HouseStyle.Table), ("td,th", HouseStyle.Cell), ("blockquote", HouseStyle.Quotation)];

    public static ArticleBody Read(string markdown)
    {
        var document = new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, Pipeline));
        LowerHeadings(document);
        foreach (var (selector, style) in Styles)
        {
            foreach (var element in document.QuerySelectorAll(selector))
            {
                element.SetAttribute("style", $"{style};{element.GetAttribute("style")}");
            }
        }

        foreach (var box in document.QuerySelectorAll("input[type=checkbox]"))
        {
            box.Replace(document.CreateTextNode(box.HasAttribute("checked") ? "☑" : "☐"));
        }

        return BodyCleaning.Clean(document.Body!.InnerHtml);
    }

    private static void LowerHeadings(IDocument document)
    {
        foreach (var heading in document.QuerySelectorAll("h1,h2,h3,h4,h5").ToList())
        {
            var lower = document.CreateElement($"h{heading.LocalName[1] - '0' + 1}");
            lower.Append([.. heading.ChildNodes]);
            heading.Replace(lower);
        }
    }
}

using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace WeChatBridge.Articles.Body;

/// <summary>
/// Writes the rules of a page's style elements into the elements they style, because the platform drops style sheets and classes. Only
/// rules for a class or an id: rules for bare elements, and Word's own Mso classes, are a program's defaults and no writer's decision.
/// </summary>
internal static partial class StyleSheets
{
    // A pasted table has some hundred rules; more, or a page of this size, is no article.
    private const int MostRules = 500;
    private const int MostElements = 20_000;

    public static void Inline(IDocument document)
    {
        var sheet = string.Join('\n', document.QuerySelectorAll("style").Select(style => style.TextContent));
        if (sheet.Length == 0 || document.All.Length > MostElements)
        {
            return;
        }

        // The more a selector names, the later it applies; equal ones in the order written.
        var rules = Rule().Matches(Noise().Replace(sheet, "")).Take(MostRules)
            .SelectMany(rule => rule.Groups["selectors"].Value.Split(','), (rule, selector) => (
                Selector: selector.Trim(), Style: rule.Groups["style"].Value))
            .Where(rule => SimpleSelector().IsMatch(rule.Selector) && !rule.Selector.Contains("Mso", StringComparison.Ordinal))
            .OrderBy(rule => rule.Selector.Count(character => character == '#'))
            .ThenBy(rule => rule.Selector.Count(character => character == '.'));
        var styles = new Dictionary<IElement, string>();
        foreach (var (selector, style) in rules)
        {
            foreach (var element in document.QuerySelectorAll(selector))
            {
                styles[element] = $"{styles.GetValueOrDefault(element)}{style};";
            }
        }

        foreach (var (element, style) in styles)
        {
            element.SetAttribute("style", style + element.GetAttribute("style"));
        }
    }

    [GeneratedRegex(
        @"<!--|-->|/\*[^*]*\*+([^/*][^*]*\*+)*/|@[^{};]*(;|\{[^{}]*(\{[^{}]*\}[^{}]*)*\})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Noise();

    [GeneratedRegex(@"(?<selectors>[^{}]+)\{(?<style>[^{}]*)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^[A-Za-z0-9]*([.#][A-Za-z_][\w-]*)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SimpleSelector();
}

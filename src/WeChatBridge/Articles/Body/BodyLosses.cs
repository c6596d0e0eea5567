using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Body;

/// <summary>What could not come along into a clean body, each kind told once.</summary>
internal sealed class BodyLosses
{
    private readonly List<string> _sentences = [];

    public IReadOnlyList<string> Sentences => _sentences;

    public void Add(string sentence)
    {
        if (!_sentences.Contains(sentence))
        {
            _sentences.Add(sentence);
        }
    }

    /// <summary>Tells of an element that goes with its content, where a reader of the original would have seen something.</summary>
    public void AddElement(string element)
    {
        var sentence = element switch
        {
            "iframe" or "frame" or "frameset" or "object" or "embed" or "applet" => ArticleTexts.LostFrame,
            "audio" or "video" => ArticleTexts.LostMedia,
            "svg" or "math" or "canvas" => ArticleTexts.LostDrawing,
            "input" or "select" or "textarea" or "button" => ArticleTexts.LostForm,
            "script" => ArticleTexts.LostScript,
            _ => null,
        };
        if (sentence is not null)
        {
            Add(sentence);
        }
    }
}

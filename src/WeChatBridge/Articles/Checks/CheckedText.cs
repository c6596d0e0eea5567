using WeChatBridge.Articles.Body;
using WeChatBridge.Search.Text;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Checks;

/// <summary>One text of an article, as the checks go through it.</summary>
internal sealed record CheckedText(ArticleField Field, string Label, string Text)
{
    private const int Around = 12;

    private FoldedText? _folded;
    private string? _masked;

    /// <summary>As words are looked for in it: nobody gets past a list with a character that cannot be seen.</summary>
    public FoldedText Folded => _folded ??= FoldedText.Of(Text);

    // Once for all that is found in it: a text may be long, and the findings many.
    private string Masked => _masked ??= PersonalData.Mask(Text, PersonalDataKinds.InQuestions);

    /// <summary>Every text a reader of the article can come to see, names of files included.</summary>
    public static IReadOnlyList<CheckedText> Of(ArticleContent content) =>
    [
        .. new[]
        {
            new CheckedText(ArticleField.Title, ArticleTexts.FieldTitle, content.Title),
            new CheckedText(ArticleField.Author, ArticleTexts.FieldAuthor, content.Author),
            new CheckedText(ArticleField.Digest, ArticleTexts.FieldDigest, content.Digest),
            new CheckedText(ArticleField.Body, ArticleTexts.FieldBody, BodyText.Read(content.BodyHtml)),
        },
        .. BodyMarkup.Of(content.BodyHtml).Pictures.Select((picture, i) =>
            new CheckedText(ArticleField.Picture, ArticleTexts.FieldPicture.With(i + 1), picture.Description)),
        new CheckedText(ArticleField.Cover, ArticleTexts.FieldCover, content.Cover?.FileName ?? ""),
        .. content.Attachments.SelectMany(attachment => new[]
        {
            new CheckedText(ArticleField.Attachment, ArticleTexts.FieldAttachmentName.With(attachment.FileName), attachment.FileName),
            new CheckedText(ArticleField.Attachment, ArticleTexts.FieldAttachment.With(attachment.FileName), attachment.Text ?? ""),
        }),
    ];

    /// <summary>A place in it, with some words around for a person to find it by.</summary>
    public CheckPlace At(int offset, int length)
    {
        var first = WholeCharacter(Math.Max(offset - Around, 0));
        var last = WholeCharacter(Math.Min(offset + length + Around, Text.Length));
        // Masked before it is cut: half a number would not be known as one.
        return new CheckPlace(Field, Label, offset, length, Masked[first..last].ReplaceLineEndings(" "));
    }

    private int WholeCharacter(int at) => at > 0 && at < Text.Length && char.IsLowSurrogate(Text[at]) ? at - 1 : at;
}

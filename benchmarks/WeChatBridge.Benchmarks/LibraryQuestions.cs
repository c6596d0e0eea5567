using WeChatBridge.Search.Index;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Benchmarks;

/// <summary>Questions to a library, of all the ways people ask: headings, clauses, places, years, pinyin, slips of the pen, chatter.</summary>
internal sealed class LibraryQuestions
{
    private readonly Dice _dice = new(42);
    private readonly IReadOnlyList<IndexedDocument> _documents;
    private readonly IReadOnlyList<string> _asked;

    private LibraryQuestions(IReadOnlyList<IndexedDocument> documents, IReadOnlyList<string> asked) => (_documents, _asked) = (documents, asked);

    /// <summary>So many questions, always the same ones for the same library.</summary>
    /// <param name="documents">The library.</param>
    /// <param name="asked">Questions people wrote; a fifth is taken from them.</param>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<string> Make(IReadOnlyList<IndexedDocument> documents, IReadOnlyList<string> asked, int count)
    {
        var questions = new LibraryQuestions(documents, asked);
        return [.. Enumerable.Range(0, count).Select(i => questions.Next(i % 20))];
    }

    private string Next(int kind)
    {
        var document = _dice.Pick(_documents);
        var (heading, clause) = (HeadingOf(document), ClauseOf(document));
        return kind switch
        {
            < 4 => _dice.Pick(_asked),
            < 7 => heading,
            < 9 => $"{document.IssuingBody}{heading}",
            < 12 => $"{clause}是怎么规定的？",
            < 14 => $"{document.Year}年{document.Title}",
            14 => $"请问{document.Title}里{heading}的联系电话是多少",
            15 => $"{clause}，{ClauseOf(_dice.Pick(_documents))}，{ClauseOf(document)}",
            16 => string.Concat(heading.Select(InPinyin)),
            17 => string.Concat(heading.Take(4).Select(character => InPinyin(character)[..1])),
            18 => WithSlip(clause),
            _ => $"{document.Year}年{clause}多少钱",
        };
    }

    private string HeadingOf(IndexedDocument document) =>
        _dice.Pick(document.Sections).Heading is { Length: > 1 } heading ? heading : document.Title;

    private string ClauseOf(IndexedDocument document) =>
        Sentence.Clauses(_dice.Pick(document.Sections).Text) is { Count: > 0 } clauses ? _dice.Pick(clauses) : document.Title;

    private static string InPinyin(char character) => Pinyin.ReadingsOf(character) is [var usual, ..] ? usual : $"{character}";

    // One character replaced by another that is read the same.
    private string WithSlip(string clause)
    {
        var at = _dice.Below(clause.Length);
        var alike = Pinyin.CharactersOf(InPinyin(clause[at]));
        return alike.Length == 0 ? clause : clause[..at] + alike[_dice.Below(alike.Length)] + clause[(at + 1)..];
    }
}

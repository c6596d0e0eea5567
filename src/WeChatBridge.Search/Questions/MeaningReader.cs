using WeChatBridge.Search.Index;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Questions;

/// <summary>Reads questions as the search reads them; letters typed for characters are understood by the other questions.</summary>
internal sealed class MeaningReader
{
    private readonly Vocabulary _vocabulary;
    private readonly PinyinDecoder _pinyin;

    public MeaningReader(IEnumerable<string> questions, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        var sections = questions.Select((words, number) => new IndexedSection($"{number}", number, 1, "", "", [], words));
        var document = new IndexedDocument("questions", "", "", null, null, null, [.. sections]);
        _pinyin = new PinyinDecoder(new Lexicon([IndexPart.Build([document])], vocabulary));
    }

    public Meaning Read(string words) => Meaning.Of(Question.Read(words, Decode), _vocabulary);

    // A word of letters stands in the questions itself, which would make it a word of theirs: only its own sound counts here.
    private string? Decode(string letters) => _pinyin.DecodeAlways(letters);
}

using WeChatBridge.Search.Index;
using WeChatBridge.Search.Text;
using WeChatBridge.Texts;

namespace WeChatBridge.Reports;

/// <summary>The words of an account that mean the same to a citizen and to the office (同义词), group by group. Immutable.</summary>
internal sealed class SynonymList
{
    public static readonly SynonymList Empty = new([]);

    private const int LongestWord = 30;
    private const int MostWords = 30;

    private readonly IReadOnlyList<IReadOnlyList<string>> _groups;

    private SynonymList(IReadOnlyList<IReadOnlyList<string>> groups) => _groups = groups;

    public IReadOnlyList<IReadOnlyList<string>> Groups => _groups;

    /// <summary>Reads lines of words separated by tabs; lines that begin with # explain, and are left out.</summary>
    public static SynonymList Parse(IEnumerable<string> lines) => new(
        [.. lines.Where(line => !line.StartsWith('#')).Select(WordsOf).Where(words => words.Count > 1)]);

    /// <summary>The same lines in one form, whoever wrote them.</summary>
    public string ToText() => string.Join('\n', _groups.Select(words => string.Join('\t', words)));

    public Vocabulary ToVocabulary() => Vocabulary.Parse(_groups.Select(words => string.Join('\t', words)));

    /// <summary>With one more group.</summary>
    public Outcome<SynonymList> With(IReadOnlyList<string> words)
    {
        var group = WordsOf(string.Join('\t', words));
        if (words.FirstOrDefault(word => word.Trim().Length is < 2 or > LongestWord || word.Any(char.IsControl)) is { } wrong)
        {
            return Outcome<SynonymList>.Refused(StaffTexts.SynonymWordMalformed.With(wrong, LongestWord));
        }

        if (group.Count is < 2 or > MostWords)
        {
            return Outcome<SynonymList>.Refused(StaffTexts.SynonymGroupSize.With(MostWords));
        }

        return _groups.Any(known => IsSame(known, group))
            ? Outcome<SynonymList>.Refused(StaffTexts.SynonymKnown.With(string.Join('、', group)))
            : new SynonymList([.. _groups, group]);
    }

    /// <summary>Without the group of exactly these words; a single word is taken out of every group it is in.</summary>
    public Outcome<SynonymList> Without(IReadOnlyList<string> words)
    {
        var group = WordsOf(string.Join('\t', words));
        IReadOnlyList<string>[] left = group.Count == 1
            ? [.. _groups.Select(known => known.Where(word => Form(word) != Form(group[0])).ToList()).Where(known => known.Count > 1)]
            : [.. _groups.Where(known => !IsSame(known, group))];
        return left.Sum(known => known.Count) == _groups.Sum(known => known.Count)
            ? Outcome<SynonymList>.Refused(StaffTexts.SynonymUnknown.With(string.Join('、', words)))
            : new SynonymList(left);
    }

    private static List<string> WordsOf(string line) =>
        [.. line.Split('\t', StringSplitOptions.TrimEntries).Where(word => word.Length > 1).DistinctBy(Form)];

    private static bool IsSame(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.Select(Form).ToHashSet().SetEquals(right.Select(Form));

    private static string Form(string word) => QuestionText.Fold(word);
}

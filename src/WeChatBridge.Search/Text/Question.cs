using System.Text;
using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Text;

/// <summary>A question, read: what it is about, and what it wants to know of it.</summary>
internal sealed partial class Question
{
    /// <summary>Longer texts are cut: what is asked stands at the beginning, and the work a question costs stays bounded.</summary>
    private const int LongestRead = 160;

    private const double GenericWeight = 0.35;

    // A place says where, not what; whether the documents are about it is judged apart.
    private const double PlaceWeight = 0.35;

    // 12345 is a number people call.
    private const int ShortestNumber = 5;

    // Who tells such an age asks of what old people get.
    private const int Old = 60;
    private const string OldPeople = "老人";
    private const double LittleContent = 2;

    private const double LoneWeight = 0.3;

    private Question(string text, double[] weights, int? year, SectionNumber? section, FactKinds wanted, string units, bool isAsking, string? office, int? age)
    {
        Text = text;
        Weights = weights;
        Year = year;
        Section = section;
        Wanted = wanted;
        Units = units;
        IsAsking = isAsking;
        Office = office;
        Age = age;
        OwnDate = QuestionWords.OwnDateIn(text).Kind;
        Places = PlaceNames.Find(text);
    }

    /// <summary>The folded question without its year, without invisible characters.</summary>
    public string Text { get; }

    /// <summary>How much each character of <see cref="Text"/> says: 1, less for official small talk, 0 for question words.</summary>
    public double[] Weights { get; }

    /// <summary>True where it is put as a question (什么, 如何, 吗), not as a name.</summary>
    public bool IsAsking { get; }

    /// <summary>The age of whom the question is about; null where it names none.</summary>
    public int? Age { get; }

    /// <summary>The date of the document itself that is asked for.</summary>
    public OwnDateKind OwnDate { get; }

    /// <summary>The office whose holder is asked for; null where none is.</summary>
    public string? Office { get; }

    /// <summary>The measure words an amount asked for may be counted in (多少家: 家, 户); empty where the question names none.</summary>
    public string Units { get; }

    /// <summary>The year asked about, if any.</summary>
    public int? Year { get; }

    /// <summary>The section named by its number (一、概述; 第三条), if any.</summary>
    public SectionNumber? Section { get; }

    public FactKinds Wanted { get; }

    public IReadOnlyList<string> Places { get; }

    /// <summary>Reads a question; <paramref name="decode"/> turns letters typed for characters into Chinese, or returns null.</summary>
    public static Question Read(string asked, Func<string, string?> decode)
    {
        var folded = Clean(asked.Length > LongestRead ? asked[..LongestRead] : asked);
        var rest = Letters().Replace(folded, match => Decode(match.Value, decode));
        var asking = rest;
        var wanted = QuestionWords.FactsIn(rest);
        var units = QuestionWords.UnitsIn(rest);
        var yearMatch = YearNumber().Match(rest);
        var year = yearMatch.Success ? ChineseNumeral.Parse(yearMatch.Groups["y"].ValueSpan) : null;
        rest = yearMatch.Success ? rest.Remove(yearMatch.Index, yearMatch.Length).Insert(yearMatch.Index, " ") : rest;
        var ageMatch = Years().Match(rest);
        var age = ageMatch.Success ? ChineseNumeral.Parse(ageMatch.Groups["n"].ValueSpan) : null;
        rest = age is null ? rest : rest.Remove(ageMatch.Index, ageMatch.Length).Insert(ageMatch.Index, " ");
        rest = age >= Old && Weigh(rest).Sum() < LittleContent ? OldPeople + rest : rest;
        var section = SectionNumber.Find(rest);
        rest = (section is null ? rest : rest.Remove(section.Index, section.Length).Insert(section.Index, " ")).Trim();
        return new Question(rest, Weigh(rest), year < 100 ? year + 2000 : year, section, wanted, units, QuestionWords.Interrogative().IsMatch(folded), QuestionWords.OfficeIn(asking), age);
    }

    /// <summary>True for a number or signs alone: out of its context it asks nothing.</summary>
    public bool IsBareNumber => Year is null && Text.Where((_, i) => Weights[i] > 0).All(char.IsAsciiDigit) && Text.Count(char.IsAsciiDigit) < ShortestNumber;

    /// <summary>True where a fact is wanted of a place as such (红花尔基有多少人): no document says what of it.</summary>
    public bool AsksOfPlaceOnly =>
        (IsAsking || Wanted != FactKinds.None) && Places.Count > 0
        && Weights.Sum() - (Places.Sum(place => place.Length) * PlaceWeight) < PlaceWeight;

    // As one word first: people set spaces between syllables as well as between words.
    private static string Decode(string letters, Func<string, string?> decode)
    {
        if (decode(letters.Replace(" ", "", StringComparison.Ordinal)) is { } whole)
        {
            return whole;
        }

        // Of what was read in parts, a lone syllable is too little to tell what it means; anything else is no pinyin.
        var words = letters.Split(' ').Select(word => decode(word) ?? (Pinyin.CharactersOf(word).Length > 0 ? "" : null)).ToList();
        return words.Contains(null) ? letters : string.Join(' ', words);
    }

    private static string Clean(string asked)
    {
        var text = new StringBuilder(asked.Length);
        foreach (var character in asked)
        {
            var folded = CharacterFolding.Fold(character);
            if (folded != CharacterFolding.Invisible)
            {
                text.Append(char.IsWhiteSpace(folded) ? ' ' : folded);
            }
        }

        return SpacedOut().Replace(text.ToString().Trim(), "");
    }

    private static double[] Weigh(string text)
    {
        var weights = new double[text.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = CharacterFolding.IsHan(text[i]) ? 1 : char.IsAsciiLetterOrDigit(text[i]) ? 0.8 : 0;
        }

        Lower(weights, QuestionWords.Generic().Matches(text), GenericWeight);
        Lower(weights, QuestionWords.Asking().Matches(text), 0);
        foreach (var (start, spoken) in QuestionWords.Spoken.Find(text))
        {
            weights.AsSpan(start, spoken).Clear();
        }

        var (_, at, length) = QuestionWords.OwnDateIn(text);
        weights.AsSpan(at, length).Clear();
        LowerLoneCharacters(text, weights);
        foreach (var place in PlaceNames.Find(text))
        {
            var named = text.IndexOf(place, StringComparison.Ordinal);
            weights.AsSpan(named, place.Length).Fill(PlaceWeight);
        }

        return weights;
    }

    // 交, 报, 开 between question words: a verb that could be any other.
    private static void LowerLoneCharacters(string text, double[] weights)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            var isLone = (i == 0 || weights[i - 1] < 1) && (i + 1 == weights.Length || weights[i + 1] < 1);
            weights[i] = isLone && CharacterFolding.IsHan(text[i]) ? Math.Min(weights[i], LoneWeight) : weights[i];
        }
    }

    private static void Lower(double[] weights, MatchCollection matches, double weight)
    {
        foreach (Match match in matches)
        {
            for (var i = match.Index; i < match.Index + match.Length; i++)
            {
                weights[i] = Math.Min(weights[i], weight);
            }
        }
    }

    // 缴 费 时 间: spaces between single characters are a way of typing, not of separating.
    [GeneratedRegex(@"(?<=(?:^|[\s\d])\p{Lo}) +(?=\p{Lo}(?:\s|$))|(?<=\d) +(?=年)|(?<=年) +(?=\p{Lo}(?:\s|$))")]
    private static partial Regex SpacedOut();

    // 2017niandu: after a number only what is long enough to be a syllable.
    [GeneratedRegex(@"(?:(?<![a-z0-9@._])|(?<=\d)(?=[a-z]{4}))[a-z]+(?: +[a-z]+)*(?![a-z0-9@._])")]
    private static partial Regex Letters();

    [GeneratedRegex(
        @"(?<!\d)(?<y>(?:19|20)\d{2})(?:\s?年度?|(?!\d))|(?<y>[一二][〇一二三四五六七八九]{3})\s?年度?|(?<![\d月])(?<y>[012]\d)年(?=[报度政的工存]|公开)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex YearNumber();

    // 九十多岁, 85周岁, 今年八十三了, 过了八十; 80至89周岁 names a section.
    [GeneratedRegex(
        @"(?<![至到\-—~\d])(?<n>[1-9]\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|一?百(?:〇?[一二三四五六七八九]十?[一二三四五六七八九]?)?)(?:多|来|几)?周?岁(?:以上)?(?:的?老[年人]人?)?"
        + @"|(?<![\d至到—-])(?<n>[六七八九]十[一二三四五六七八九]?|[6-9]\d|1[01]\d)(?:多|来)?了(?=$|[^\d])"
        + @"|(?<=过了|年过|快|活到)(?<n>[六七八九]十[一二三四五六七八九]?|[6-9]\d)(?![\d号日月年元条个天人万亿])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Years();
}

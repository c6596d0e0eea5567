namespace WeChatBridge.Answers.Rules;

/// <summary>What staff laid down for one account, as it speaks now: its rules, its lines, the platform's names of its pictures.</summary>
/// <param name="Rules">The rules that may speak, by id.</param>
/// <param name="Matcher">Tells which of them a message calls.</param>
/// <param name="Lines">The office's own lines in fixed texts.</param>
/// <param name="Pictures">Permanent material by the hash of its file.</param>
internal sealed record RuleShelf(
    IReadOnlyDictionary<long, RuleContent> Rules, RuleMatcher Matcher, OfficeLines Lines, IReadOnlyDictionary<string, string> Pictures)
{
    public static readonly RuleShelf Empty =
        new(new Dictionary<long, RuleContent>(), RuleMatcher.Empty, OfficeLines.None, new Dictionary<string, string>());

    /// <summary>The files of pictures that the platform does not have yet.</summary>
    public IEnumerable<string> MissingPictures => Rules.Values.SelectMany(rule => rule.Replies).OfType<RuleReply.Picture>()
        .Where(picture => picture.MediaId.Length == 0 && !Pictures.ContainsKey(picture.FileHash))
        .Select(picture => picture.FileHash).Distinct();

    /// <summary>The same shelf with a version of a rule that does not speak yet: to try it.</summary>
    public RuleShelf Trying(long ruleId, RuleContent content)
    {
        var rules = new Dictionary<long, RuleContent>(Rules) { [ruleId] = content };
        return this with { Rules = rules, Matcher = RuleMatcher.Of(rules) };
    }
}

/// <summary>Lines of the office's own in texts that are otherwise fixed; empty where it has none.</summary>
internal sealed record OfficeLines(string Welcome, string OtherScript, string NotFound)
{
    public static readonly OfficeLines None = new("", "", "");
}

/// <summary>Which fixed text a line stands in.</summary>
internal enum OfficeLine
{
    /// <summary>欢迎语里的一行.</summary>
    Welcome,

    /// <summary>收到蒙古文等其他文字时说的一行.</summary>
    OtherScript,

    /// <summary>没有找到时说的一行; the website's 收到消息回复 is kept here.</summary>
    NotFound,
}

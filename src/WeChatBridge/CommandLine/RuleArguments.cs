using System.CommandLine;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>What <c>rule add</c> and <c>rule change</c> take, and the version that comes of it.</summary>
internal sealed class RuleArguments
{
    private readonly Option<string?> _name = new("--name") { Description = "规则名称" };
    private readonly Option<string[]> _exact = Many("--exact", "关键词：与消息完全相同才回复");
    private readonly Option<string[]> _contains = Many("--contains", "关键词：消息里含有就回复（至少两个字）");
    private readonly Option<string[]> _pattern = Many("--pattern", "正则表达式（不支持前后查找和反向引用）");
    private readonly Option<string[]> _text = Many("--text", "回复的文字");
    private readonly Option<long[]> _section = new("--section") { Description = "回复的章节编号", AllowMultipleArgumentsPerToken = true };
    private readonly Option<long[]> _choice = new("--choice") { Description = "请群众从这些章节里选", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _head = new("--choice-head") { Description = "选项前面的一句话", DefaultValueFactory = _ => "" };
    private readonly Option<string[]> _card = Many("--card", "图文，写成“标题|网址|摘要|封面网址”，后两项可以不写");
    private readonly Option<string[]> _picture = Many("--picture", "图片文件（jpg、png、bmp）");
    private readonly Option<string[]> _material = Many("--picture-id", "图片，公众平台永久素材的 media_id");
    private readonly Option<bool?> _all = new("--all") { Description = "全部回复，用“更多”依次看；--all false 只回复第一条" };
    private readonly Option<int?> _priority = new("--priority") { Description = "优先级，大的优先（默认 0）" };
    private readonly Option<DateOnly?> _from = new("--from") { Description = "从哪天起有效（北京时间，例如 2026-12-01）" };
    private readonly Option<DateOnly?> _until = new("--until") { Description = "到哪天为止有效（含当天）" };
    private readonly Option<bool> _noDates = new("--no-dates") { Description = "去掉有效期" };

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _name, _exact, _contains, _pattern, _text, _section, _choice, _head, _card, _picture, _material, _all, _priority, _from, _until, _noDates,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The version as typed; what was not typed stays as it was before.</summary>
    public async Task<Outcome<RuleDraft>> ReadAsync(
        ParseResult parsed, RuleContent? before, TimeProvider clock, CancellationToken cancellationToken)
    {
        var keywords = Keywords(parsed).ToList();
        var pictures = await ReadPicturesAsync(parsed, clock, cancellationToken);
        if (!pictures.IsDone)
        {
            return Outcome<RuleDraft>.Refused(pictures.Refusal!);
        }

        if ((parsed.GetValue(_card) ?? []).FirstOrDefault(card => card.Split('|').Length is < 2 or > 4) is { } wrong)
        {
            return Outcome<RuleDraft>.Refused(StaffTexts.RuleCardMalformed.With(wrong));
        }

        var replies = Replies(parsed, pictures.Value).ToList();
        var keepsDates = !parsed.GetValue(_noDates);
        var content = new RuleContent(
            parsed.GetValue(_name) ?? before?.Name ?? "",
            keywords.Count > 0 ? keywords : before?.Keywords ?? [],
            replies.Count > 0 ? replies : before?.Replies ?? [])
        {
            Mode = parsed.GetValue(_all) is { } all ? (all ? RuleMode.All : RuleMode.First) : before?.Mode ?? RuleMode.First,
            Priority = parsed.GetValue(_priority) ?? before?.Priority ?? 0,
            ValidFrom = parsed.GetValue(_from) ?? (keepsDates ? before?.ValidFrom : null),
            ValidUntil = parsed.GetValue(_until) ?? (keepsDates ? before?.ValidUntil : null),
        };
        return new RuleDraft(content) { Pictures = pictures.Value };
    }

    private IEnumerable<RuleKeyword> Keywords(ParseResult parsed) =>
    [
        .. (parsed.GetValue(_exact) ?? []).Select(word => new RuleKeyword(word, KeywordMatch.Exact)),
        .. (parsed.GetValue(_contains) ?? []).Select(word => new RuleKeyword(word, KeywordMatch.Contained)),
        .. (parsed.GetValue(_pattern) ?? []).Select(word => new RuleKeyword(word, KeywordMatch.Pattern)),
    ];

    private IEnumerable<RuleReply> Replies(ParseResult parsed, IReadOnlyList<StoredFile> pictures)
    {
        long[] choice = parsed.GetValue(_choice) ?? [];
        return
        [
            .. (parsed.GetValue(_text) ?? []).Select(text => new RuleReply.Words(text.Replace("\\n", "\n", StringComparison.Ordinal))),
            .. (parsed.GetValue(_card) ?? []).Select(ReadCard),
            .. pictures.Select(picture => new RuleReply.Picture(picture.Hash, "")),
            .. (parsed.GetValue(_material) ?? []).Select(media => new RuleReply.Picture("", media)),
            .. (parsed.GetValue(_section) ?? []).Select(id => new RuleReply.Passage(id)),
            .. choice.Length > 0 ? [new RuleReply.Passages(parsed.GetValue(_head) ?? "", choice)] : Array.Empty<RuleReply>(),
        ];
    }

    private static RuleReply.Card ReadCard(string typed)
    {
        var parts = typed.Split('|', StringSplitOptions.TrimEntries);
        return new RuleReply.Card(parts[0], parts.ElementAtOrDefault(2) ?? "", parts.ElementAtOrDefault(3) ?? "", parts[1]);
    }

    private async Task<Outcome<IReadOnlyList<StoredFile>>> ReadPicturesAsync(
        ParseResult parsed, TimeProvider clock, CancellationToken cancellationToken)
    {
        var files = new List<StoredFile>();
        foreach (var path in parsed.GetValue(_picture) ?? [])
        {
            if (!File.Exists(path))
            {
                return Outcome<IReadOnlyList<StoredFile>>.Refused(StaffTexts.FileMissing.With(Path.GetFullPath(path)));
            }

            if (new FileInfo(path).Length > RuleDesk.LargestPicture)
            {
                return Outcome<IReadOnlyList<StoredFile>>.Refused(StaffTexts.RulePictureUnfit.With(RuleDesk.LargestPicture >> 20));
            }

            var content = await File.ReadAllBytesAsync(path, cancellationToken);
            files.Add(StoredFile.Of(content, RulePictures.TypeOf(content) ?? "", clock.GetUtcNow()));
        }

        return files;
    }

    private static Option<string[]> Many(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };
}

using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Answers.Understanding;

/// <summary>Restores the few words that must not be missed where a hurried finger or a voice message wrote others that sound
/// alike.</summary>
/// <remarks>
/// Only a clause's end in 了, or the whole of a short message, is heard so: 「着伙了」, 「就命」; and one of the word's own characters must be
/// left in it, for 「旧名」 and 「找活了」 are words of their own. Pinyin is read where it is the message's end.
/// </remarks>
internal static partial class DangerHearing
{
    private const int LongestHeard = 14;

    private const string Particles = "了啊呀我";

    // 着 is read zhao here, which the table of readings does not hold: the second spelling has that sound.
    private static readonly (string Sound, string Spelled, string Meant)[] AtEnd =
    [
        ("着火了", "zhaohuole", "着火了"), ("找火了", "zhaohuole", "着火了"), ("起火了", "qihuole", "起火了"), ("失火了", "shihuole", "失火了"),
        ("冒烟了", "maoyanle", "冒烟了"), ("晕倒了", "yundaole", "晕倒了"), ("昏倒了", "hundaole", "昏倒了"), ("抢劫了", "qiangjiele", "抢劫了"),
        ("打人了", "darenle", "打人了"), ("杀人了", "sharenle", "杀人了"), ("出车祸了", "chuchehuole", "出车祸了"), ("落水了", "luoshuile", "落水了"),
        ("中毒了", "zhongdule", "中毒了"), ("要生了", "yaoshengle", "要生了"), ("不想活了", "buxianghuole", "不想活了"),
    ];

    private static readonly (string Sound, string Spelled, string Meant)[] Alone =
    [
        ("救命", "jiuming", "救命"), ("救命啊", "jiuminga", "救命"), ("救命呀", "jiumingya", "救命"), ("快救命", "kuaijiuming", "救命"),
        ("救救我", "jiujiuwo", "救救我"), ("找火", "zhaohuo", "着火"), ("着火", "zhaohuo", "着火"), ("失火", "shihuo", "失火"),
        ("报警", "baojing", "报警"), ("我要报警", "woyaobaojing", "报警"), ("家暴", "jiabao", "家暴"), ("煤气中毒", "meiqizhongdu", "煤气中毒"),
        ("救护车", "jiuhuche", "救护车"),
    ];

    public static string Restore(string sentence)
    {
        var clause = Ends().Replace(sentence, "");
        if (clause.Length is < 2 or > LongestHeard * 2)
        {
            return sentence;
        }

        if (Letters().IsMatch(clause))
        {
            return Spelled(clause.Replace(" ", "", StringComparison.Ordinal)) ?? sentence;
        }

        if (clause.Length > LongestHeard)
        {
            return sentence;
        }

        foreach (var (sound, _, meant) in AtEnd)
        {
            var begin = clause.Length - sound.Length;
            if (begin >= 0 && IsHeard(clause[begin..], sound, meant))
            {
                return clause[..begin] + meant;
            }
        }

        return Alone.FirstOrDefault(word => IsHeard(clause, word.Sound, word.Meant)).Meant ?? sentence;
    }

    private static bool IsHeard(string heard, string sound, string meant) =>
        QuestionText.SoundAlike(heard, sound) && heard.Any(character => !Particles.Contains(character) && meant.Contains(character));

    private static string? Spelled(string letters) =>
        Alone.FirstOrDefault(word => letters == word.Spelled).Meant
        ?? AtEnd.FirstOrDefault(word => letters.EndsWith(word.Spelled, StringComparison.Ordinal)).Meant;

    [GeneratedRegex(@"^[^\p{L}\p{N}]+|(?:[^\p{L}\p{N}]+|(?<=了)[啊呀])+$")]
    private static partial Regex Ends();

    [GeneratedRegex("^[a-z ]+$")]
    private static partial Regex Letters();
}

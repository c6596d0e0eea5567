using System.Buffers;
using System.Collections.Frozen;

namespace WeChatBridge.Search.Index;

/// <summary>Tells whether a text says who holds an office; that the office is mentioned says nothing (以镇长为组长 names no mayor).</summary>
internal static class OfficeHolder
{
    // 任政务公开领导小组组长: so many characters may stand between the verb and the office.
    private const int Between = 14;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("、,。;( \n");

    private static readonly FrozenSet<char> Surnames = (
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹"
        + "孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤包乌敖那鄂").ToFrozenSet();

    /// <summary>True where the folded text states who it is.</summary>
    public static bool IsStated(string office, string folded)
    {
        for (var at = folded.IndexOf(office, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(office, at + 1, StringComparison.Ordinal))
        {
            if (FollowsAppointment(folded, at) || PrecedesName(folded, at + office.Length))
            {
                return true;
            }
        }

        return false;
    }

    // 由镇长任组长, 以镇长为组长: another officer holds it.
    private static bool FollowsAppointment(string folded, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - Between) && folded[i] is not (',' or '。' or '、' or ';' or '\n'); i--)
        {
            if (folded[i] is '任' or '为' or '兼' && (i == 0 || folded[i - 1] is not ('责' or '主' or '信' or '因' or '认' or '行')))
            {
                return true;
            }
        }

        return false;
    }

    // 镇长:某某, 镇长由某某担任, or a surname and one or two more characters before a stop or a bracket.
    private static bool PrecedesName(string folded, int end) =>
        end < folded.Length && (folded[end] is ':' or '由' or '是'
            || (Surnames.Contains(folded[end]) && folded.AsSpan(end + 1, Math.Min(4, folded.Length - end - 1)).IndexOfAny(NameEnds) is 1 or 2));
}

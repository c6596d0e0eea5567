using System.Numerics;
using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>How the facts people ask for look in a text.</summary>
internal static partial class FactPatterns
{
    /// <summary>The share of the wanted kinds that a folded text holds; 0 where none is wanted.</summary>
    public static double ShareFound(FactKinds wanted, ReadOnlySpan<char> folded)
    {
        var found = 0;
        foreach (var kind in Enum.GetValues<FactKinds>())
        {
            found += kind != FactKinds.None && wanted.HasFlag(kind) && PatternOf(kind).IsMatch(folded) ? 1 : 0;
        }

        return found == 0 ? 0 : (double)found / BitOperations.PopCount((uint)wanted);
    }

    private static Regex PatternOf(FactKinds kind) => kind switch
    {
        FactKinds.Phone => Phone(),
        FactKinds.EMail => EMail(),
        FactKinds.Time => Time(),
        FactKinds.Amount => Amount(),
        FactKinds.Place => Place(),
        _ => Person(),
    };

    [GeneratedRegex(@"\d{3,4}-?\d{7,8}|1\d{10}|(?<!\d)(?:1[12]\d|12\d{3}|9\d{4})(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"[a-z0-9._-]+@[a-z0-9.-]+")]
    private static partial Regex EMail();

    [GeneratedRegex(@"\d+\s?(?:年|月|日|时|点|天|个工作日|周|小时|分钟|:\d\d)|[一二三四五六七八九十]+(?:日|天|年|个月|个工作日)|周[一二三四五六日]|工作日")]
    private static partial Regex Time();

    [GeneratedRegex(@"\d+(?:\.\d+)?\s?(?:%|万|亿|元|亩|人|名|件|条|次|份|期|篇|倍|平方|公里|米|岁|周岁|个)|[一二三四五六七八九十百千]+(?:元|人|名|件|次|倍)|免费|不收")]
    private static partial Regex Amount();

    [GeneratedRegex(@"\d+(?:号|室|楼|层)|[一二三四五六七八九]楼|大厅|窗口|地址|位于|设在|路|街|网站|东侧|西侧|门口")]
    private static partial Regex Place();

    [GeneratedRegex("组长|主任|负责|局长|镇长|书记|由.{2,20}(?:承担|办理|解释|牵头)")]
    private static partial Regex Person();
}

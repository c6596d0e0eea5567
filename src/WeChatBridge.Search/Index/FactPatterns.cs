using System.Numerics;
using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>How the facts people ask for look in a text, and what headings announce them.</summary>
internal static partial class FactPatterns
{
    private static readonly (FactKinds Kind, Regex InText, Regex InHeading)[] Patterns =
    [
        (FactKinds.Phone, Phone(), PhoneHeading()), (FactKinds.EMail, EMail(), PhoneHeading()), (FactKinds.Time, Time(), TimeHeading()),
        (FactKinds.Amount, Amount(), AmountHeading()), (FactKinds.Place, Place(), PlaceHeading()),
        (FactKinds.Person, Person(), PersonHeading()),
        (FactKinds.Papers, Papers(), PapersHeading()), (FactKinds.Procedure, Procedure(), ProcedureHeading()),
        (FactKinds.Eligibility, Eligibility(), EligibilityHeading()), (FactKinds.Penalty, Penalty(), PenaltyHeading()),
    ];

    /// <summary>The kinds of fact, of those wanted, that a folded text holds.</summary>
    /// <param name="wanted">The kinds asked for.</param>
    /// <param name="units">The measure words an amount must be counted in; any where empty.</param>
    /// <param name="folded">The text.</param>
    public static FactKinds In(FactKinds wanted, string units, ReadOnlySpan<char> folded)
    {
        var found = FactKinds.None;
        foreach (var (kind, text, _) in Patterns)
        {
            var holds = wanted.HasFlag(kind) && (kind == FactKinds.Amount && units.Length > 0 ? HoldsCount(folded, units) : text.IsMatch(folded));
            found |= holds ? kind : FactKinds.None;
        }

        return found;
    }

    /// <summary>The share of the wanted kinds that a folded text holds; 0 where none is wanted.</summary>
    public static double ShareFound(FactKinds wanted, string units, ReadOnlySpan<char> folded) =>
        wanted == FactKinds.None ? 0
            : (double)BitOperations.PopCount((uint)In(wanted, units, folded)) / BitOperations.PopCount((uint)wanted);

    /// <summary>Adds where a wanted kind of fact stands in a folded text.</summary>
    public static void AddPlaces(FactKinds wanted, string units, ReadOnlySpan<char> folded, List<(int Start, int End)> places)
    {
        foreach (var (kind, text, _) in Patterns)
        {
            if (!wanted.HasFlag(kind))
            {
                continue;
            }

            foreach (var match in text.EnumerateMatches(folded))
            {
                var end = match.Index + match.Length;
                if (kind != FactKinds.Amount || units.Length == 0 || HoldsCount(folded[match.Index..Math.Min(folded.Length, end + 1)], units))
                {
                    places.Add((match.Index, end));
                }
            }
        }
    }

    /// <summary>True where a text states the hours something is open: two times of day.</summary>
    public static bool HoldsHours(string text) => Hours().IsMatch(CharacterFolding.Fold(text));

    // 28家, 两万余人: a number before one of the measure words.
    private static bool HoldsCount(ReadOnlySpan<char> folded, string units)
    {
        for (var i = 1; i < folded.Length; i++)
        {
            if (units.Contains(folded[i]) && (ChineseNumeral.IsDigit(folded[i - 1]) || folded[i - 1] is '十' or '百' or '千' or '万' or '亿' or '余' or '多' or '两'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The share of the wanted kinds that a folded heading announces; 0 where none is wanted.</summary>
    public static double ShareNamed(FactKinds wanted, string heading)
    {
        var found = Patterns.Count(pattern => wanted.HasFlag(pattern.Kind) && pattern.InHeading.IsMatch(heading));
        return found == 0 ? 0 : (double)found / BitOperations.PopCount((uint)wanted);
    }

    [GeneratedRegex(@"\d{3,4}-?\d{7,8}|1\d{10}|(?<!\d)(?:1[12]\d|12\d{3}|9\d{4})(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"[a-z0-9._-]+@[a-z0-9.-]+")]
    private static partial Regex EMail();

    [GeneratedRegex(@"\d+\s?(?:年|月|日|时|点|天|个工作日|周|小时|分钟|:\d\d)|[一二三四五六七八九十]+(?:日|天|年|个月|个工作日)|周[一二三四五六日]|工作日|当场|当[日天]|次[日月年]")]
    private static partial Regex Time();

    [GeneratedRegex(@"\d+(?:\.\d+)?\s?(?:%|万|亿|元|亩|人|名|件|条|次|份|期|篇|倍|平方|公里|米|岁|周岁|个)|[一二三四五六七八九十百千]+(?:元|人|名|件|次|倍)|免费|不收")]
    private static partial Regex Amount();

    [GeneratedRegex(@"\d+(?:号|室|楼|层)|[一二三四五六七八九]楼|大厅|窗口|地址|位于|设在|路|街|网站|东侧|西侧|门口")]
    private static partial Regex Place();

    [GeneratedRegex(@"\d{1,2}(?::\d\d|[时点]\d{0,2}分?).{0,4}(?:-|—|–|至|到|~).{0,4}\d{1,2}(?::\d\d|[时点])")]
    private static partial Regex Hours();

    [GeneratedRegex("组长|主任|负责人|局长|镇长|书记|由.{2,20}(?:承担|办理|解释|牵头|负责)")]
    private static partial Regex Person();

    [GeneratedRegex("身份证|户口簿|复印件|证明|照片|申请表|授权书|原件")]
    private static partial Regex Papers();

    [GeneratedRegex("提出申请|填写|提交|登录|通过|到.{2,16}(?:办理|申请|窗口)|受理|审核|公示")]
    private static partial Regex Procedure();

    [GeneratedRegex("符合|具有|年满|持有|可以申请|不得|未满|以上的|范围内|条件")]
    private static partial Regex Eligibility();

    [GeneratedRegex("罚款|处罚|追究|责令|警告|追回|停止发放|处以")]
    private static partial Regex Penalty();

    [GeneratedRegex("电话|联系|咨询|报警|值班|投诉|监督|受理机构")]
    private static partial Regex PhoneHeading();

    [GeneratedRegex("时间|期限|时限|日期|期$|安排|何时|步骤|发放")]
    private static partial Regex TimeHeading();

    [GeneratedRegex("标准|金额|费|待遇|补助|奖励|比例|经费|额度|人数|情况")]
    private static partial Regex AmountHeading();

    [GeneratedRegex("地址|地点|窗口|设置|机构|场所|区域")]
    private static partial Regex PlaceHeading();

    [GeneratedRegex("组织|领导|负责|机构|成员|名单|保障")]
    private static partial Regex PersonHeading();

    [GeneratedRegex("材料|证件|手续|提供|提交")]
    private static partial Regex PapersHeading();

    [GeneratedRegex("流程|方式|程序|步骤|办法|申请(?!材料|条件|对象|人)|办理(?!对象|时限|条件)|渠道")]
    private static partial Regex ProcedureHeading();

    [GeneratedRegex("对象|条件|范围|资格|情形|禁止")]
    private static partial Regex EligibilityHeading();

    [GeneratedRegex("责任|处罚|罚|监管|监督")]
    private static partial Regex PenaltyHeading();
}

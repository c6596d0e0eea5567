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

    /// <summary>The share of the wanted kinds that a folded text holds; 0 where none is wanted.</summary>
    public static double ShareFound(FactKinds wanted, ReadOnlySpan<char> folded)
    {
        var found = 0;
        foreach (var (kind, text, _) in Patterns)
        {
            found += wanted.HasFlag(kind) && text.IsMatch(folded) ? 1 : 0;
        }

        return found == 0 ? 0 : (double)found / BitOperations.PopCount((uint)wanted);
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

    [GeneratedRegex(@"\d+\s?(?:年|月|日|时|点|天|个工作日|周|小时|分钟|:\d\d)|[一二三四五六七八九十]+(?:日|天|年|个月|个工作日)|周[一二三四五六日]|工作日|当场")]
    private static partial Regex Time();

    [GeneratedRegex(@"\d+(?:\.\d+)?\s?(?:%|万|亿|元|亩|人|名|件|条|次|份|期|篇|倍|平方|公里|米|岁|周岁|个)|[一二三四五六七八九十百千]+(?:元|人|名|件|次|倍)|免费|不收")]
    private static partial Regex Amount();

    [GeneratedRegex(@"\d+(?:号|室|楼|层)|[一二三四五六七八九]楼|大厅|窗口|地址|位于|设在|路|街|网站|东侧|西侧|门口")]
    private static partial Regex Place();

    [GeneratedRegex("组长|主任|负责|局长|镇长|书记|由.{2,20}(?:承担|办理|解释|牵头)")]
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

    [GeneratedRegex("流程|方式|程序|步骤|办法|申请|办理|渠道")]
    private static partial Regex ProcedureHeading();

    [GeneratedRegex("对象|条件|范围|资格|情形|禁止")]
    private static partial Regex EligibilityHeading();

    [GeneratedRegex("责任|处罚|罚|监管|监督")]
    private static partial Regex PenaltyHeading();
}

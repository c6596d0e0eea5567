using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>What a guide to a public service (办事指南) should state.</summary>
public enum GuideField
{
    /// <summary>事项.</summary>
    Matter,

    /// <summary>办理条件.</summary>
    Conditions,

    /// <summary>所需材料.</summary>
    Papers,

    /// <summary>办理地点.</summary>
    Place,

    /// <summary>办理时间.</summary>
    Hours,

    /// <summary>咨询电话.</summary>
    Phone,

    /// <summary>办理依据.</summary>
    Basis,

    /// <summary>核对日期: when somebody last made sure that all of it is still true.</summary>
    CheckedOn,
}

/// <summary>Knows a field by what offices call it.</summary>
internal static partial class GuideLabels
{
    private static readonly (GuideField Field, Regex Label)[] All =
    [
        (GuideField.CheckedOn, CheckedOn()), (GuideField.Matter, Matter()), (GuideField.Conditions, Conditions()),
        (GuideField.Papers, Papers()), (GuideField.Place, Place()), (GuideField.Hours, Hours()), (GuideField.Phone, Phone()),
        (GuideField.Basis, Basis()),
    ];

    /// <summary>The field a heading or a table's left cell names, or null.</summary>
    public static GuideField? FieldOf(string label)
    {
        var bare = string.Concat(CharacterFolding.Fold(label).Where(char.IsLetter));
        foreach (var (field, pattern) in All)
        {
            if (pattern.IsMatch(bare))
            {
                return field;
            }
        }

        return null;
    }

    [GeneratedRegex("^(?:信息|内容|最近|最后)?(?:核对|核实|更新|校对)(?:日期|时间)$")]
    private static partial Regex CheckedOn();

    [GeneratedRegex("^(?:(?:办理|服务|办事)?事项(?:名称)?|(?:业务|服务|项目)名称)$")]
    private static partial Regex Matter();

    [GeneratedRegex("^(?:办理|申请|申领|受理|享受|领取|参保|申报)?(?:人)?(?:条件|对象|范围|条件和对象|对象和条件|对象及条件|条件及对象)$|^(?:服务|适用|办理)对象$")]
    private static partial Regex Conditions();

    [GeneratedRegex("^(?:所需|需要|需|应|申请|办理|申报|办事)?(?:提交|提供|携带)?(?:的)?(?:申请|办理|申报)?(?:材料|资料|证件|手续)(?:清单|目录)?$")]
    private static partial Regex Papers();

    [GeneratedRegex("^(?:办理|受理|办公|服务|办事|申请|申领|咨询)?(?:地点|地址|窗口|场所|机构和地点|地点和窗口)$")]
    private static partial Regex Place();

    [GeneratedRegex("^(?:办理|受理|办公|服务|办事|接待|上班|对外服务)时间$")]
    private static partial Regex Hours();

    [GeneratedRegex("^(?:咨询|联系|办公|服务|办理)?(?:电话|热线|电话号码)$|^联系方式$|^咨询(?:方式|渠道)$")]
    private static partial Regex Phone();

    [GeneratedRegex("^(?:办理|政策|设定|法律|法规|实施|文件|法定|受理)?依据$")]
    private static partial Regex Basis();
}

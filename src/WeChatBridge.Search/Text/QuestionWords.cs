using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Text;

/// <summary>The words of a question that are not what is asked about.</summary>
internal static partial class QuestionWords
{
    private static readonly (FactKinds Kind, Regex Words)[] Kinds =
    [
        (FactKinds.Phone, Phone()), (FactKinds.EMail, EMail()), (FactKinds.Time, Time()), (FactKinds.Amount, Amount()),
        (FactKinds.Place, Place()), (FactKinds.Person, Person()), (FactKinds.Papers, Papers()), (FactKinds.Procedure, Procedure()),
        (FactKinds.Eligibility, Eligibility()), (FactKinds.Penalty, Penalty()),
    ];

    /// <summary>Words that only ask, greet or join; what is left names the matter.</summary>
    [GeneratedRegex(
        "请问一下|请问|请教|您好|你好|麻烦|谢谢|劳驾|帮忙|(?:我|俺)?们?想(?:要?知道|了解|问|查|要|看)?(?:一下|问)?|我要查?|帮我查?|查(?:一下|一查|询|看)|"
        + "告诉我|给我|介绍(?:一下)?|说一下|是(?:什么|啥|多少|谁|不是|怎么)|有(?:什么|啥|没有|多少)|什么(?:时候|时间|地方|样的?|人)?|啥(?:时候|时间|时)?|"
        + "(?:有|是|在)?哪(?:一[天年月个家位种]|个[月部]门?|些|个|里|儿|天|年|月|位|种|家|几[个项天种])?(?:地方)?|百分之几|多少(?:[钱个天人次条件名元亩号度]|块钱)?|多(?:久|长时间|大(?:年[纪龄])?)|"
        + "几(?:个(?:小时|工作日|月)|[个次条件号点时岁楼人名元位家天月年项期篇]|块钱?)?|怎么(?:样|办(?!理)|走|回事|弄|算|交|领|申请)?|怎样|咋(?:样|办(?!理))?|如何|为什么|为啥|是否|不能|"
        + "能不能|可不可以|可以|要不要|需不需要|需要|到底|究竟|一下|镇里|镇上|咱们?|你们|我们|他们|"
        + "[吗呢吧啊呀嘛么哦啦的了我请谁能是有在去到和与及或被给就都也还里要会想该把对吃领不太得这那它俺喂哎嗯呃]",
        RegexOptions.CultureInvariant)]
    public static partial Regex Asking();

    /// <summary>Words every office document is full of; they say little about which one is meant.</summary>
    [GeneratedRegex(
        "办理|处理|解决|申请|标准|材料|时间|情况|问题|要求|内容|工作|规定|流程|条件|手续|政策|电话|地址|号码|方式|方法|报告|年度|年报|通知|公告|信息|相关|有关|具体|"
        + "方面|举措|出台|采取|取得|进展|成果|涉及|涵盖|包括|包含|目前|提供|提出|落实|针对|实施|主要|作出|做出|下发|印发|期间|制定|规范|"
        + "最新|部门|单位|政府|措施|支持|办|做|发布|说明|事项|期限|服务|管理|建设|开展|加强|进一步|窗口|收费|关于|开始|一年|每年|每月|每个月|一个月|一次|为|由|将|每|一",
        RegexOptions.CultureInvariant)]
    public static partial Regex Generic();

    /// <summary>Words that make a question of a sentence.</summary>
    [GeneratedRegex(@"什么|啥|哪|如何|怎|咋|多少|多久|几[^个]|谁|为何|是否|吗|呢|何时|能不能|可不可以|多大|多长|(.)不\1|[了过]没有?$|[^不]不$")]
    public static partial Regex Interrogative();

    /// <summary>Words of everyday talk that say nothing of the matter.</summary>
    public static readonly WordList Spoken = new(SpokenWords());

    private static readonly ILookup<char, char> Successors =
        SpokenWords().Concat(["多少", "什么", "怎么", "哪里", "哪个", "如何"]).SelectMany(word => word.Zip(word.Skip(1))).Distinct().ToLookup(pair => pair.First, pair => pair.Second);

    /// <summary>The characters that follow a character in a word of everyday talk: people type those in pinyin too.</summary>
    public static IEnumerable<char> SuccessorsOf(char first) => Successors[first];

    private static IEnumerable<string> SpokenWords() => CharacterData.Lines("spoken").Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' '));

    // Measure words that stand for one another.
    private static readonly string[] UnitGroups = ["人名位", "家户", "元块", "天日", "岁", "亩", "件", "条", "次", "期", "篇", "年", "米", "吨", "倍", "项", "台", "辆"];

    /// <summary>The measure words with which a folded question asks for an amount (多少家, 几块钱); empty where it names none.</summary>
    public static string UnitsIn(string folded)
    {
        var match = Counted().Match(folded);
        return !match.Success ? ""
            : match.Groups["money"].Success ? "元"
            : Array.Find(UnitGroups, group => group.Contains(match.Groups["unit"].Value, StringComparison.Ordinal)) ?? "";
    }

    /// <summary>The office whose holder a folded question wants to know (镇长是谁), or null.</summary>
    public static string? OfficeIn(string folded) =>
        Holder().Match(folded) is { Success: true } match ? match.Groups["office"].Value : null;

    /// <summary>The words with which a folded question asks for a date of the document itself, and which date that is.</summary>
    public static (OwnDateKind Kind, int Start, int Length) OwnDateIn(string folded)
    {
        var match = OwnDate().Match(folded);
        var kind = !match.Success ? OwnDateKind.None : match.Groups["effect"].Success ? OwnDateKind.Effect : OwnDateKind.Making;
        return (kind, match.Index, match.Length);
    }

    /// <summary>What kinds of fact a folded question wants.</summary>
    public static FactKinds FactsIn(string folded) =>
        Kinds.Where(kind => kind.Words.IsMatch(folded)).Aggregate(FactKinds.None, (all, kind) => all | kind.Kind);

    [GeneratedRegex(
        "(?:什么时[候间]|啥时候?|哪一?[天年月]|何时|几[号月])(?:开始|起)?(?:正式)?(?:(?<effect>施行|实行|实施|生效|执行)|写|定|制定|通过|印发|发布|出台|颁布|公布|修订|修正)(?:下来|出来)?[的了]{0,2}[?。!]?$"
        + "|(?:(?<effect>施行|实行|实施|生效|执行)|成文|落款|制定|通过|印发|发布|出台|颁布|公布|修订|修正)的?(?:时间|日期|日子)(?:是(?:什么时[候间]|啥时候?|哪一?[天年月]|何时|几[号月]))?[?。!]?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex OwnDate();

    [GeneratedRegex("(?<!打)电话|手机号|号码|热线|打给谁|传真|问谁|找谁|咨询")]
    private static partial Regex Phone();

    [GeneratedRegex("邮箱|邮件|e-?mail")]
    private static partial Regex EMail();

    [GeneratedRegex("什么时[候间]|啥时|哪一[天年月]|哪个月|几个(?:小时|工作日|月)|多长|几[点号月天时年日]|哪[天年月]|多久|多长时间|多少天|时间|期限|时限|何时|日期|截止")]
    private static partial Regex Time();

    [GeneratedRegex("多少|几[个条项次块元亩件名人岁期篇]|标准|多大|比例|额度|收费|百分之几|要钱")]
    private static partial Regex Amount();

    [GeneratedRegex("(?:多少|几)(?:(?<money>钱|块钱)|(?<unit>[人名位家户元块天日岁亩件条次期篇年米吨倍项台辆]))", RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    [GeneratedRegex(
        "(?<office>[旗市县区镇乡局所科处组站校院会]长|书记|主任|主席)(?:现在|目前)?(?:是谁|是哪位|是哪个|叫什么|叫啥|姓什么|姓啥|的?(?:名字|姓名|手机|电话|号码|联系方式|微信|家))"
        + "|谁[是当任做]{0,2}(?:担任)?[^，。]{0,8}?(?<office>[旗市县区镇乡局所科处组站校院会]长|书记|主任|主席)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Holder();

    [GeneratedRegex("哪里|在哪|去哪|哪儿|地址|地点|几楼|什么地方|怎么走|位置|哪个窗口|哪个房间")]
    private static partial Regex Place();

    [GeneratedRegex("谁|哪位|负责人|领导(?!小组|班子|干部|机[构制]|体制)|组长|名单")]
    private static partial Regex Person();

    [GeneratedRegex("材料|证件|手续|带什么|[要带交]哪些|哪些证|复印件|照片")]
    private static partial Regex Papers();

    [GeneratedRegex("(?:怎么|如何|怎样|咋)(?:去|来|才能|能)?(?:申请|办|弄|领|交|缴|参|报|查|预约|登记|开|补(?!偿|助|贴)|提交|取|写|用|走)|流程|步骤|程序|手续|方式|去哪办|哪里办|在哪办|在哪申请")]
    private static partial Regex Procedure();

    [GeneratedRegex("谁(?:可以|能)|什么人|哪些人|条件|资格|可以.{0,6}吗|能.{0,8}吗|能不能|对象|不能|多大年|几岁")]
    private static partial Regex Eligibility();

    [GeneratedRegex("罚|处分|后果|追究|违反")]
    private static partial Regex Penalty();
}

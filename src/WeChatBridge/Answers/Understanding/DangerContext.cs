using System.Text.RegularExpressions;

namespace WeChatBridge.Answers.Understanding;

/// <summary>The words around an event that tell an ongoing one from talk about such events.</summary>
internal static partial class DangerContext
{
    /// <summary>Somebody presses for help: outweighs every doubt.</summary>
    public static bool Presses(string sentence) => Plea().IsMatch(sentence);

    /// <summary>It is said to go on now.</summary>
    public static bool IsNow(string sentence) => Now().IsMatch(sentence);

    /// <summary>The event is supposed, prevented, forbidden, dreamt or played.</summary>
    public static bool IsSupposed(string before) => Supposed().IsMatch(before);

    /// <summary>The event is over. Yesterday's violence or theft is not: the police still come for it.</summary>
    public static bool IsPast(string before, string after, Danger kind) =>
        LongPast().IsMatch(before) || Over().IsMatch(after) || (kind != Danger.Crime && RecentPast().IsMatch(before));

    /// <summary>What is wanted is a document, a benefit, a penalty or a figure.</summary>
    public static bool AsksForPaper(string around) => Paper().IsMatch(around);

    /// <summary>The sentence asks something other than what to do.</summary>
    public static bool Asks(string sentence) => Question().IsMatch(sentence);

    [GeneratedRegex(
        "快来(?!源)|快点来|赶[紧快](?:派|来|过来)|快派|来人[啊呀哪]|来救|救救|正在(?:着|烧|燃|冒|打|砸|抢|流血)|还在(?:着|烧|冒|打|流)|越[烧着]越|控制不住|扑不灭|灭不了|"
        + "火(?:势)?(?:很|太|特别|非常|挺)大|好大的[火烟]|跑不出|出不来|出不去|里[面边头]?(?:还)?有人|快不行了|顶不住|快点(?:吧|啊)|马上(?:派|来)")]
    private static partial Regex Plea();

    [GeneratedRegex("现在|正在|此刻|刚刚|刚才|马上|赶紧|赶快|快点?[^乐递速餐件板要]|立即报|有人|我们?(?:这|家|村)|这[里边儿]|那[里边儿]|发现|看[到见]|怎么办|咋办|咋整")]
    private static partial Regex Now();

    [GeneratedRegex(
        "如果|要是|假如|假设|倘若|万一|一旦|要不然|预防|防止|避免|防范|杜绝|严防|谨防|严禁|禁止|不准|不许|防$|引发|诱发|容易|会不会|能不能|是否会|会(?:引起|导致|造成|发生)?$|"
        + "可能(?:会)?$|怕$|担心|为了|为什么|为啥|因为?什么|什么(?:是|叫|情况|原因)|如何|怎样|怎么(?!办)|梦[见到]|做梦|假装|模拟|演习|电影|电视|小说|游戏|新闻|视频|"
        + "不会|没有?(?:发生)?$|没$|未(?:发生)?$|不$|(?:遇[到见上]|碰[到上])(?:了)?$|发生$|每当|凡是|经常$")]
    private static partial Regex Supposed();

    [GeneratedRegex(
        "去年|前年|上个?(?:月|周|星期|礼拜|次|回|半年)|以前|从前|曾经|当年|当时|那年|那次|历史|(?:19|20)[0-9]{2}年?|[一二]〇[〇一二三四五六七八九]{2}年?|[0-9]{1,2}月份?|"
        + "[0-9几两三]年前|近年|近几年|历年|往年|每年|今年(?:以来)?|本月|过去|小时候|年前")]
    private static partial Regex LongPast();

    [GeneratedRegex("昨[天晚日夜儿]|前[天晚日]|前几天|前阵子|前段|上午(?!好)|几天前|早就|之前")]
    private static partial Regex RecentPast();

    [GeneratedRegex("(?:被|已经?|都|给|早)(?:经|被)?(?:扑灭|灭了|处理|解决|控制住|抓[住到]|救[出下]|送医)|扑灭了|(?:^|火)灭了|后来|出院|没事了|好了没事|(?:^|是)(?:去年|前年|以前)的事")]
    private static partial Regex Over();

    [GeneratedRegex(
        "^险|预防|安置|告诫|维修|采购|招标|安装|挂.{0,2}科|保险|理赔|[赔补]偿|赔|补贴|补助|救助金|临时救助|救助站|申请|申领|办理|办证|证明|准生证|登记|上户|罚|处分|判[几刑多]|怎么判|量刑|拘留|追究|责任|法律|"
        + "法规|条例|规定|政策|标准|"
        + "条件|公告|通告|通知|方案|预案|演练|演习|知识|宣传|常识|培训|讲座|总结|报告[书单会]?(?:$|在|有)|报告[书单]|统计|起数|次数|数据|案例|原因|调查|新闻|收费|多少钱|费用|报销|医保|"
        + "疫苗|挂号|后遗症|康复|鉴定|流程|手续|材料|等级|级别|几级|是什么|什么意思|什么原因|的危害|的人|电影|游戏|视频|歌|小说|津贴|假期?[几多]|几天假|产假|指数|起火点|戒严|"
        + "防[火治控范]|期[间限]|年检|设施|隐患|排查|整治|专项|工作|制度|办法|教育|文件|纪念|名单|概率|几率|率|基地|队伍|应急")]
    private static partial Regex Paper();

    [GeneratedRegex("什么(?!办)|啥|多少|几[个次起年月]|如何|怎样|怎么(?!办|还)|哪[里个些年天]|是否|能不能|可不可以|可以|吗|谁|有没有|去哪|介绍|说说|查询|想了解|想知道|咨询")]
    private static partial Regex Question();
}

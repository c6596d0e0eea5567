using System.Text.RegularExpressions;

namespace WeChatBridge.Answers.Understanding;

/// <summary>The words around an event that tell an ongoing one from talk about such events.</summary>
internal static partial class DangerContext
{
    // What an office is asked for. Not what somebody in need says too: 没办法, 打防火办电话, 通知扑火队, 拍了视频, 处理一下.
    private const string Papers =
        "(?:(?<![危风抢遇脱])险(?![情些])|理赔|赔|补贴|补助|补偿|补多少|怎么补|[能给有]补|补办|补领|挂失|救助(?![我人队])|救济|申请|申领|办(?:理|证|下来)|准生证|证明|登记[^处]|登记$|销户|注销|上户|户口|"
        + "落户|入户|学籍|执照|公示|名额|低保|五保|残疾|"
        + "评残|伤残|工伤|鉴定|认定|报销|报多少|[能给可]报(?!警)|报不报|报几|医保|农保|农合|社保|费用|收费|多少钱|要钱|免费|医药费|谁[出付]钱?|谁承担|谁负责|责任|罚|处分|拘留|判[几刑多]|怎么判|量刑|坐牢|犯法|违法|"
        + "犯罪|立案|起诉|官司|离婚|财产|法律|"
        + "法规|条例|规定|政策|标准|条件|公告|通告|通报|公布|方案|预案|演练|演习|知识|宣传|常识|培训|讲座|总结|统计|数据|原因|案例|流程|材料|等级|级别|保护动物|国家保护|疫苗|挂.{0,2}[科号]|后遗症|康复|招聘|招人|津贴|"
        + "产假|假期|请假|停课|放假|停运|退款|退票|"
        + "基金|采购|招标|安装|年检|档案|减免|贷款|租金|养老金|丧葬|抚恤|重建|安置[房费补]|影响.{0,4}(?:当兵|政审|上学))";

    private const string Asking =
        "(?:怎么(?!办(?:$|[啊呀呢吧，,])|还|没|不|这么|那么|来|[叫救灭跑逃]|出去|联系)|如何|怎样|多少|几[个次天级年月倍成]|吗|么$|嘛$|谁|什么(?!情况)|啥|能不能|可不可以|是否|有没有|要不要|算不算|行不行|"
        + "[报赔给]不[报赔给]|"
        + "能[报补赔办申领评享减免认影]|可以|需要|还能|来得及|想(?:问|知道|了解|[办领])|咨询|请问|查询|哪[里个些儿]?|去哪)";

    /// <summary>Somebody presses for help: outweighs every doubt.</summary>
    public static bool Presses(string sentence) => Plea().IsMatch(sentence);

    /// <summary>It is said to go on now.</summary>
    public static bool IsNow(string sentence) => Now().IsMatch(sentence);

    /// <summary>The event is supposed, prevented, forbidden, dreamt or played.</summary>
    public static bool IsSupposed(DangerEvent danger) =>
        Supposed().IsMatch(danger.Before) || (!danger.IsTold && SupposedWhereOnlyNamed().IsMatch(danger.Before));

    /// <summary>The event is over.</summary>
    public static bool IsPast(DangerEvent danger, string sentence) =>
        Over().IsMatch(danger.After) || (LongPast().IsMatch(danger.Before) && !RightNow().IsMatch(sentence));

    /// <summary>An event that is only named belongs to yesterday; what is told of yesterday may still go on.</summary>
    public static bool IsYesterdays(string before) => RecentPast().IsMatch(before);

    /// <summary>
    /// After the event, a document, a benefit, a penalty or a figure is asked for: it stands directly behind the event (火灾通报), or with a
    /// question (被狗咬了疫苗去哪打).
    /// </summary>
    public static bool AsksForPaper(DangerEvent danger) => PaperNext().IsMatch(danger.After) || PaperAsked().IsMatch(danger.After);

    /// <summary>A document, a benefit, a penalty or a figure is spoken of.</summary>
    public static bool SpeaksOfPaper(string around) => Paper().IsMatch(around);

    /// <summary>The sentence asks something other than what to do.</summary>
    public static bool Asks(string sentence) => Question().IsMatch(sentence);

    [GeneratedRegex(
        "快来(?![源才])|快点来|赶[紧快](?:派|来|过来)|快派|来人[啊呀哪]|来救|救救|正在(?:着|烧|燃|冒|打|砸|抢|流血)|还在(?:着|烧|冒|打|流)|越[烧着]越|控制不住|扑不灭|灭不了|"
        + "火(?:势)?(?:很|太|特别|非常|挺)大|好大的[火烟]|跑不出|(?:人|我们?)[^，,。]{0,4}出不[来去]|里[面边头]?(?:还)?有人|快不行了|顶不住|快点(?:吧|啊)|马上派")]
    private static partial Regex Plea();

    [GeneratedRegex("现在|正在|此刻|刚刚|刚才|马上|赶紧|赶快|快点?[^乐递速餐件板要]|立即报|有人|我们?(?:这|家|村)|这[里边儿]|那[里边儿]|发现|看[到见]|怎么办|咋办|咋整")]
    private static partial Regex Now();

    [GeneratedRegex("现在|正在|此刻|刚刚|刚才|马上|赶紧|赶快|怎么办|咋办|咋整|今天|又[着烧起冒犯]|还没灭")]
    private static partial Regex RightNow();

    [GeneratedRegex(
        "(?:如果|要是|假如|假设|倘若|万一|一旦)(?!再?[不没])|要不然|(?:预防|防止|避免|防范|杜绝|严防|谨防|严禁|禁止|不准|不许)[^我他她]{0,6}$|防$|(?:引发|诱发|容易|引起|导致|造成)[^，,]{0,3}$|"
        + "可能(?:会|引起|造成|导致|发生)|"
        + "怕(?!是|又)[^，,]{0,3}$|担心[^，,]{0,5}$|(?:为什么|为啥|如何(?!是好)|怎样|什么(?:是|叫|原因))[^，,。]{0,4}$|因为?什么|梦[见到]|做梦|假装|模拟(?!考)|演习|演练|电影[里中上]|"
        + "电视(?:[里上剧]|说|播)|小说|游戏里|新闻|视频[里中上]|"
        + "不会$|没有?(?:发生)?$|未(?:发生)?$|(?<!要)不$|每当|凡是|经常$|听说[^，,]{0,2}昨|(?:小时候|每年|历年)")]
    private static partial Regex Supposed();

    // Without 了 a doubt needs no nearness: 会不会着火, 怎么打人, 遇到狼.
    [GeneratedRegex("引发|诱发|容易|会不会|能不能|是否会|会$|可能|怕$|担心|为了|为什么|为啥|什么(?:是|叫|情况|原因)|如何|怎样|怎么(?!办|没|还|不)|视频|(?:遇[到见上]|碰[到上])(?:了)?$|发生$|每年")]
    private static partial Regex SupposedWhereOnlyNamed();

    [GeneratedRegex(
        "去年|前年|上个?(?:月|周|星期|礼拜|半年)|上[次回](?!那)|以前(?!就?[有得做犯])|从前(?!就?[有得做犯])|曾经|当年|那年|那次|历史|(?:19|20)[0-9]{2}年|[一二]〇[〇一二三四五六七八九]{2}年|"
        + "[0-9]{1,2}月(?:份|[0-9]{1,2}[日号])|"
        + "[0-9几两三]年前|近年|近几年|历年|往年|每年|今年以来|本月|小时候|年前")]
    private static partial Regex LongPast();

    [GeneratedRegex("昨[天晚日夜儿]|前[天晚日]|前几天|前阵子|前段|上午(?!好)|几天前|早就|之前")]
    private static partial Regex RecentPast();

    [GeneratedRegex("(?:被|已经?|都|给|早)(?:经|被)?(?:扑灭|灭了|解决|控制住|抓[住到]|救[出下]|送医)|(?<!快|能|没)扑灭了|(?:^|火)灭了|后来|出院|没事了|好了没事|(?:^|是)(?:去年|前年|以前)的事")]
    private static partial Regex Over();

    [GeneratedRegex(
        "^[了啦]?(?:的|后|之后|以后|时|造成|导致|受伤|受灾|死亡|事故|事件|者|户|家庭)*[^，,。我你他她没不有]{0,3}?" + Papers + "[^，,。我你他她没不有]{0,6}(?:$|" + Asking
        + ")|^[^，,。]{0,3}(?:电影|游戏|小说|的歌|纪念|概率|几率|戒严|基地|工作(?:总结|报告))")]
    private static partial Regex PaperNext();

    [GeneratedRegex(Asking + "[^。]{0,10}" + Papers + "|" + Papers + "[^。]{0,12}" + Asking
        + "|(?:什么时候|啥时候|何时|多久|几时)[^，,。]{0,6}(?:修|通|开|恢复|发|到账|下来|批|清)|(?:能|会)[^，,。]{0,10}" + Papers + "吗?$|怎么办" + Papers)]
    private static partial Regex PaperAsked();

    [GeneratedRegex(
        "^险|预防|安置|告诫|维修|采购|招标|安装|挂.{0,2}科|保险|理赔|[赔补]偿|赔|补贴|补助|救助金|临时救助|救助站|申请|申领|办理|办证|证明|准生证|登记|上户|罚|处分|判[几刑多]|怎么判|量刑|拘留|追究|责任|法律|"
        + "法规|条例|规定|政策|标准|通报|公布|快报|简报|监测|预警|防治|"
        + "条件|公告|通告|通知|方案|预案|演练|演习|知识|宣传|常识|培训|讲座|总结|报告[书单会]?(?:$|在|有)|报告[书单]|统计|起数|次数|数据|案例|原因|调查|新闻|收费|多少钱|费用|报销|医保|"
        + "疫苗|挂号|后遗症|康复|鉴定|流程|手续|材料|等级|级别|几级|是什么|什么意思|什么原因|的危害|的人|电影|游戏|视频|歌|小说|津贴|假期?[几多]|几天假|产假|指数|起火点|戒严|"
        + "防[火治控范]|期[间限]|年检|设施|隐患|排查|整治|专项|工作|制度|(?<!没)办法|教育|文件|纪念|名单|概率|几率|率|基地|队伍|应急|招聘|招人|员$|器|栓|险$")]
    private static partial Regex Paper();

    [GeneratedRegex("什么(?!办)|啥|多少|几[个次起年月]|如何|怎样|怎么(?!办|还)|哪[里个些年天]|是否|能不能|可不可以|可以|吗|谁|有没有|去哪|介绍|说说|查询|想了解|想知道|咨询")]
    private static partial Regex Question();
}

using System.Text.RegularExpressions;

namespace WeChatBridge.Answers.Understanding;

/// <summary>
/// Events told in words that no list foresees: who or what, and what is happening to it, by classes of nouns and verbs. 让机器把手轧断了 and
/// 被铁门夹住了脚 are one kind of sentence.
/// </summary>
/// <remarks>
/// Built by joining classes, so that a word added to one is understood in every sentence. They are happenings like those of
/// <see cref="DangerSigns"/>: a doubt beside them (supposed, past, asked for paper) counts as it does there.
/// </remarks>
internal static class DangerClauses
{
    private const string Kin =
        "娃娃?|孩子|小孩|宝宝|儿子|女儿|闺女|姑娘|孙子|孙女|老人家?|老头子?|老太太|老爷子|老伴|爸爸?|妈妈?|爹|娘|爷爷?|奶奶?|姥姥|姥爷|外婆|外公|媳妇|"
        + "老婆|老公|丈夫|对象|哥哥?|姐姐?|弟弟?|妹妹?|孕妇|学生";

    private const string Somebody = "(?:" + Kin + "|我们?|俺们?|他们?|她们?|人|邻居|老乡|工友|工人|司机|同事|朋友|游客|牧民)";

    private const string Body = "(?:头|脑袋|脸|眼睛?|鼻子|耳朵|脖子|嗓子|手|手指头?|指头|手腕|胳膊|肩膀?|腿|脚|脚趾|腰|背|肋骨|骨头|肚子|身上|浑身|全身)";

    // By whom or what: a passive with its doer.
    private const string By = "(?:被|让|叫|给)[^，,。]{1,8}?";

    private const string Animal = "(?:[黑棕大]?熊|狼|野猪|猞猁|豹子?|疯狗|野狗)";

    private const string Vehicle = "(?:车|摩托|拖拉机|卡车|货车|客车|船|皮筏)";

    private const string Deep = "(?:河|湖|水|井|水库|泡子|冰|沟|坑|泥|雪|沼泽|山崖|悬崖|洞|窖)";

    private const string Building = "(?:房|屋|楼|阳台|厨房|灶台?|炉子?|炕|油?锅|圈|棚|仓房?|车库|垛|草甸子?|林子?|山|地里?|地板|窗户?|店|厂)";

    private const string Gas = "(?:煤气|燃气|天然气|液化气|瓦斯|汽油|柴油)";

    private const string Still = "(?:到现在|到这会儿|这么晚|这会儿|一直|一天|一宿|一夜|半天|两天|三天|[几两三]个?小时)";

    private static readonly Regex Fire = Of(
        "(?:蹿|窜|喷|冒|腾|往外|升)[^，,。]{0,10}(?:火苗|火舌|火光|火星|火(?!锅|车|炕|气|热|花))",
        "(?:还|直|都|正)在?冒[火烟]",
        Building + "[^，,。]{0,4}(?:烧得|烧起来|烧着|烧没|烧塌|引着)",
        By + "(?:点|引|燎|劈|烧)(?:着|燃|起来)", "(?:被|让|叫|给)(?:火|雷|烟头)[^，,。]{0,2}(?:点|烧|燎|劈)了",
        Gas + "(?:的)?味儿?(?!精|道|料)", "(?:油罐|气罐|管道)[^，,。]{0,4}漏(?:了|油|气)");

    private static readonly Regex Rescue = Of(
        Vehicle + "[^，,。]{0,4}(?:陷|困|沉|漂|冲|掉|滑|栽|扎)[^，,。]{0,3}" + Deep + "(?:里|下|中|底)?(?=人|还|了|$|[，,])",
        Somebody + "(?:都|全|还)?(?:卡|困|陷|压|埋|堵|锁|夹|封|围)在", "(?:底下|里[面头边]?|车[里上]|水里|上面)还?(?:有|压着|埋着|困着)[^，,。]{0,4}人",
        "人(?:还|都|全)?(?:在里[面头边]|在车[里上]|在底下|没上来|没出来)",
        "电梯[^，,。]{0,6}(?:出不[来去]|卡住?了?人|掉下)", "(?:被|让|叫|给)[^，,。]{0,3}(?:雪|水|洪水|泥石流|火|石头|塌方)(?:给)?(?:困|封|围|埋|冲|堵)",
        "(?:拔|爬|挣|抽)不(?:出|上)来", "(?:找不[着到]|认不出)(?:下山|回去?的?|出去的?|出山的?)?路", "(?:大坝|水库|堤坝?|河堤)[^，,。]{0,4}(?:漏|塌|垮|决|裂|冒)");

    private static readonly Regex Crime = Of(
        Somebody + "[^，,。]{0,10}" + Still + "[^，,。]{0,4}(?:没|不见)(?:有)?(?:回家|回来|到家|到校|人影|消息|音信|见人)",
        "(?:动手|上手|追着)打(?:我|人|她|他|孩子)", "(?<!给|电话)(?:打|揍|掐|踹|扇|砍|捅|勒|拽)着?(?:我|她|孩子|我妈|我们)(?=$|[，,。了呢啊]|的?(?:脖子|头|脸|头发))",
        "头破血流", "打得[^，,。]{0,4}(?:流血|是血|不轻|动不了)", "门[^，,。]{0,3}(?:被|让|叫)[^，,。]{0,3}(?:踹|撬|砸)", "(?:被|让)(?:人)?骗了[^，,。]{0,6}(?:块|万|千|钱)",
        "有(?:人|个男的|个女的)[^，,。]{0,8}抢(?:了|东西|钱|包|走)", Animal + "[^，,。]{0,4}(?:在|到|围着)[^，,。]{0,6}(?:外面|门口|院子?|村|附近|转悠)");

    private static readonly Regex Medical = Of(
        By + "(?:轧|压|砸|夹|绞|割|切|砍|刺|扎|烫|撞|咬|踢|顶|蛰|蜇)(?:断|掉|伤|坏|住|烂|穿|到|着)", Body + "[^，,。]{0,4}(?:断|掉|烂|折)了",
        "把" + Body + "[^，,。]{0,3}(?:割|切|砍|轧|压|砸|夹|绞|扎|烫|刺)", "(?:止不住|流了?一[地身]|满[头身脸地]都?是)血|血(?:怎么也|都)?止不住|(?:孕妇|产妇|下面|伤口)[^，,。]{0,3}出血",
        "(?:怎么)?(?:叫|喊|推|拍|摇)(?:他|她|也|都)?(?:不应|不答应|没反应|不动|不醒)", "没(?:有)?了?(?:知觉|意识|呼吸|心跳|脉搏)",
        "(?:吃|喝|误食|误吞|吞)了?[^，,。]{0,6}(?:电池|硬币|钉子|毒|蘑菇|农药|酒|药)[^，,。]{0,6}(?:吐|泻|晕|疼|难受|看不见|昏|发黑)", "误吞|上吐下泻",
        "(?:眼前|眼睛)(?:发黑|看不见了)", "(?:快)?站不(?:住|起来)了", "烧到(?:四十|40|41)|说胡话|(?:脸|嘴唇?)[^，,。]{0,2}(?:发)?[紫青]了?");

    private static readonly Regex Despair = Of(
        "不想再?(?:撑|熬|扛|活|坚持)", "(?:撑|熬|扛|坚持)不下去了(?!吗)", "一了百了", "(?:活着|活得)[^，,。]{0,3}(?:累|苦|难受|没劲|没意思)", "我?想解脱(?=$|[，,。了])",
        "(?:寻|走)(?:短见|绝路)", "写(?:好|了)遗书", "把?[^，,。]{0,3}安眠药[^，,。]{0,3}(?:全|都)(?:吃|喝|吞)了");

    /// <summary>Where a folded sentence tells of an event of this kind.</summary>
    public static IEnumerable<Match> In(string sentence, Danger kind) => kind switch
    {
        Danger.Fire => Fire.Matches(sentence),
        Danger.Rescue => Rescue.Matches(sentence),
        Danger.Crime => Crime.Matches(sentence),
        Danger.Medical => Medical.Matches(sentence),
        Danger.Despair => Despair.Matches(sentence),
        _ => [],
    };

    private static Regex Of(params string[] clauses) => new(string.Join('|', clauses), RegexOptions.Compiled | RegexOptions.CultureInvariant);
}

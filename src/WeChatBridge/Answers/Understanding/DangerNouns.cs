namespace WeChatBridge.Answers.Understanding;

/// <summary>The classes of nouns that events are told of: a word added here is understood in every sentence.</summary>
internal static class DangerNouns
{
    public const string Kin =
        "娃娃?|孩子|小孩|宝宝|崽|丫头|小子|儿子|女儿|闺女|姑娘|孙子|孙女|老人家?|老头子?|老太太|老爷子|老伴|爸爸?|妈妈?|爹|娘|爷爷?|奶奶?|姥姥|姥爷|外婆|外公|额吉|阿爸|大爷|大娘|大叔|大婶|媳妇|"
        + "老婆|老公|丈夫|爱人|对象|那口子|男人|女人|哥哥?|姐姐?|弟弟?|妹妹?|孕妇|产妇|学生|同学";

    /// <summary>A person; neither 法人 nor 负责人 nor 人员, who are offices.</summary>
    public const string Somebody =
        "(?:" + Kin + "|我们?|俺们?|他们?|她们?|(?<![法责系办请纳证当代])人(?!员|才|民|大|事|气|工|均|数)|邻居|老乡|工友|工人|司机|同事|朋友|游客|牧民|羊倌|醉汉|老师|男的|女的)";

    public const string Body =
        "(?:头(?![像条衔发])|脑袋|脸|眼睛?|鼻子|耳朵|脖子|嗓子|手指头?|指头|手腕|手(?![续机表册艺术工头])|胳膊|肩膀?|腿|脚趾|脚(?![手本])|腰(?!包)|背(?!景)|肋骨|肋巴|骨头|肚子|胯骨?|身上|浑身|全身)";

    /// <summary>What a fire takes: buildings, stock, plants, places.</summary>
    public const string Burnable =
        "(?:房子?|屋子?|屋里|家里?|楼[上下道里]?|阳台|厨房|蒙古包|毡房?|毡子|包房|窝棚|圈|棚子?|仓房?|仓库|库|店|厂|宾馆|学校|商店|林场|林子?|树林?|树|松林|草[原场垛甸地捆]?子?|甸子|羊草|牧场|山[上顶坡下里]?|岭|坡|"
        + "沟里|地里|院[里子]?|垛子?|柴[禾火垛]*|秸秆|苞米杆子?|纸箱?|垃圾[桶堆箱]?|衣服|窗帘|沙发|床|被[子窝褥]*|褥子|车|摩托|拖拉机|收割机|电线|电表|插座|插排|电箱|烟囱|油?锅|油烟机|地板|烟头|抽烟|充电)";

    public const string Animal =
        "(?:(?<![小土色狗猫灰])[黑棕大]?熊(?![猫掌胆市])(?:瞎子)?|狗熊|黑瞎子|(?<!灰太|色|豺)狼(?![毒狗山牙烟]|心)|野猪|猞猁|豹子?|老虎|疯狗|野狗|流浪狗|驼鹿|犴)";

    public const string Stock = "(?:牛|羊|马|骆驼|牲口|牲畜)";

    public const string Vehicle = "(?:车|摩托|拖拉机|卡车|货车|客车|三轮|爬犁)";

    public const string Deep = "(?:河|湖|水|井|水库|泡子|冰窟窿?|冰|沟|坑|泥|雪窝子?|雪|沼泽|山崖|悬崖|崖|洞|菜?窖|粪池|池子?|窟窿)";

    public const string Weather = "(?:白毛风|暴风雪|暴雪|大雪|风雪|雪|沙尘暴|洪水|大水|山洪|河水|水|泥石流|塌方|石头|大?火)";

    public const string Poison =
        "(?:消毒液|洁厕灵|洗洁精|洗衣液|清洁剂|84|汽油|柴油|农药|百草枯|敌敌畏|老鼠药|耗子药|毒药|除草剂|杀虫剂|降压药|降糖药|避孕药|大人的药|干燥剂|电池|硬币|纽扣|磁铁|钉子|玻璃|水银|樟脑丸|鼠药|毒蘑菇|毒)";

    public const string Weapon = "(?:[菜砍]?刀子?|[猎土火]?枪|斧子?|斧头|棍子?|匕首|酒?瓶子?|砖头?|板砖|钢管|镐|锤子|铁锹|棒子)";

    public const string Gas = "(?:煤气|燃气|天然气|液化气|瓦斯|汽油|柴油)";

    /// <summary>打 as a blow: not 打电话, 打工, 打疫苗.</summary>
    public const string Hit =
        "(?:打(?![扫工电听算印草井疫麻牌球水包车卡开通造字鱼猎针药折招饭赌火雷预粮谷官交])|揍|踹|砍|捅|掐|扇|勒|拽)";

    public const string Still = "(?:到现在|到这会儿|这么晚|这会儿|一直|一天|一宿|一夜|半天|两天|三天|[几两三]个?小时)";

    /// <summary>By whom or what: a passive with its doer.</summary>
    public const string By = "(?:被|让|叫|给)[^，,。]{1,8}?";
}

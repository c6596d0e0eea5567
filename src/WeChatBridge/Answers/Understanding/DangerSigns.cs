using System.Text.RegularExpressions;

namespace WeChatBridge.Answers.Understanding;

/// <summary>How one kind of danger is told.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Cry">Enough by itself.</param>
/// <param name="Happening">An event told as going on.</param>
/// <param name="Name">An event's name, which may be talk.</param>
internal sealed record DangerSigns(Danger Kind, Regex Cry, Regex Happening, Regex Name)
{
    /// <summary>The kinds in the order they are judged: where two are told, the first is answered.</summary>
    public static IReadOnlyList<DangerSigns> All { get; } =
    [
        new(Danger.Despair, DespairWords.Cry(), DespairWords.Happening(), DespairWords.Name()),
        new(Danger.Fire, FireWords.Cry(), FireWords.Happening(), FireWords.Name()),
        new(Danger.Rescue, RescueWords.Cry(), RescueWords.Happening(), RescueWords.Name()),
        new(Danger.Crime, CrimeWords.Cry(), CrimeWords.Happening(), CrimeWords.Name()),
        new(Danger.Medical, MedicalWords.Cry(), MedicalWords.Happening(), MedicalWords.Name()),
        new(Danger.Other, OtherWords.Cry(), OtherWords.Happening(), OtherWords.Name()),
    ];
}

/// <summary>Fire, in the words of a forest and steppe town: 跑火 is a fire that has got away, 荒火 one on the steppe.</summary>
internal static partial class FireWords
{
    [GeneratedRegex(
        "火警(?:电话|号码)|^火+$|^fire$|^(?:林火|草原火|森林火)$|^(?:我?要?报)?火警$|(?:119|火警)(?:电话)?[^，,]{0,4}(?:打不[通进]|占线|没人接|不接)|^(?:拨|打)?119$|(?:消防|火警|"
        + "火灾|着火|救火|失火)(?:报警|求救|救援)?(?:电话|号码)?(?:是|打)(?:多少|几|哪个|什么)|^消防(?:报警|求救|救援)?电话$|"
        + "(?:着火|起火|失火|火灾|火情|山火)了?(?:该|要|应该)?(?:打|拨)(?:什么|哪个|多少|几|谁)|(?:快|赶紧|赶快)(?:来)?(?:救火|灭火|叫消防)|^救火[啊呀了]?$")]
    public static partial Regex Cry();

    [GeneratedRegex(
        "(?:[着著](?:起)?(?:大|老大|好大|很大)?(?:的)?火|[起失走跑冒]火|起(?:了)?(?:大|山|荒|野)火|火着)(?:起来)?(?:了|啦|喽|嘞|咯)|[着著]火(?:呢|着)|[着著](?:大火|老大火|起来(?:了|啦|$|"
        + "[，,]|火))|"
        + "着(?:的)?(?:很|老|特别|挺)大|"
        + "(?:烧|燃)起来(?:了|啦)?|点[着燃](?:了|啦)|烧[着过到](?:了|来|山|房|林|草)|(?:荒|山|野|大)火(?:都|就|又)?(?:过|下|上|起)?来(?:了|啦)|火(?:烧|苗|光|舌|头)(?:过来|窜|上来|冲天|"
        + "起来|很|老)|(?<!烟囱|炉子)冒(?:起|出)?(?:了|着)?(?:很|好)?(?:多|大|浓|黑|白)*烟(?:了|啦|呢|着)?(?=$|[，,。?呢啦了])|"
        + "(?:有|见|现|到|出|是|来|全是|好多|好大|很多)(?:的)?(?:浓烟|黑烟|大烟|烟雾|火光|明火|山火|荒火|野火|火情|火苗|烟)(?!草|花|囱|台|叶|气)|火(?:很|太|老|好|特别)大|大火(?:了)?$|"
        + "有人.{0,8}(?:放火|点火|烧荒|烧纸|生火|烧火|点篝火|烧秸秆|玩火|纵火)|(?:[着著]火|起火|失火|冒烟|发生火灾|走水|跑火)(?=$|[，,? ])|走水了|(?:被|让|叫)人?(?:给)?点了|火(?:往|朝|"
        + "向).{0,6}(?:来|烧|去)|油罐?车.{0,4}(?:翻|漏|泄)|发生(?:了)?火[灾情](?:了)|"
        + "(?:煤气|燃气|天然气|液化气|瓦斯|罐)(?:罐|管道?)?(?:泄漏|漏气?|爆炸)(?:了|啦|$)|(?:闻|味).{0,4}(?:煤气|燃气|天然气|糊味|焦味)|(?<!信息|人气|心态|知识|流量)(?:爆炸|炸)了(?!锅|解)")]
    public static partial Regex Happening();

    [GeneratedRegex("[着著]火(?!点)|起火(?!点)|失火|火灾|火情|火警|山火|荒火|野火|森林大火|浓烟|(?<!烟囱|炉子)冒烟(?!指数|点)|(?<!信息|人气|知识)爆炸(?![物性品力])|煤气泄漏|燃气泄漏")]
    public static partial Regex Name();
}

/// <summary>People who must be got out.</summary>
internal static partial class RescueWords
{
    [GeneratedRegex(
        "救救(?:我|孩子|他|她|人|我们|俺|命)|救命(?!药|钱|稻草|恩|器|费|设备|之|草|款|稻)|^sos$|快来(?:个)?人(?!才)|快来救|快救(?=[我他她人孩])|来人[啊呀哪](?!社)|求救(?=$|[，,])|^求救")]
    public static partial Regex Cry();

    [GeneratedRegex(
        "(?:掉|跌|滑|摔|栽|陷)(?:进|到|入|在)?(?:.{0,4})(?:河|水|湖|井|泡子|沟|坑|冰窟窿|冰|粪池|山崖|悬崖|沼泽)(?:里|下|中|底|去|面)*(?:去|来)?(?:了|啦|$)|冰.{0,3}(?:裂|塌|"
        + "破)了|人.{0,3}掉下去|(?:锁|困|卡|吊|挂)在.{0,8}(?:下不来|出不来|上不来)|(?:家|屋|房|院|村|地下室|车库)里?进水了|掉(?:冰窟窿|冰里|水里)(?:了)?|(?:落|溺)水(?:了|啦)|"
        + "有人.{0,6}(?:落水|溺水|掉水|掉河|被困(?!难))|"
        + "(?:落水|溺水|发大水)(?=$|[，,])|(?<!贷款)被(?:大水|洪水|水|河水|雪|土|石头|树|车|大雪|倒塌的?房子?)?[^，,]{0,4}(?:困(?!难)住?|埋住?|压住?|压在.{0,4}|冲走|卷走|夹住?)(?:了|啦|"
        + "$)|被困(?!难)在?[^，,]{0,8}(?:了|里|"
        + "上|$)|(?:困在|(?:我们?|人|孩子|老人|车)卡在).{0,6}(?:电梯|山|水|雪|车|房(?!本)|河|林)|"
        + "(?:发|来|闹)(?:大|洪|山洪)水(?:了|啦)|洪水(?:来|进|下来|冲|涨)|(?:水|河)(?:.{0,4})(?:漫|淹|灌|涨)(?:上|进|到|过)(?:来|岸|屋|村|路|家|房).{0,3}|(?:房子?|家里?|屋里?|"
        + "村|路)(?:全|都)?(?:被)?(?:水)?(?:淹|泡|冲)(?:了|啦)|(?:决|溃)(?:堤|口|坝)了|"
        + "(?:山体|房子?|房屋|屋顶|墙|桥)(?:滑坡|倒塌|塌|倒|垮)(?:了|啦)|泥石流(?:了|来|下来)|迷路了|在(?:山|林).{0,4}(?:迷路|走丢|出不来)|电梯(?:.{0,3})(?:困|关)")]
    public static partial Regex Happening();

    [GeneratedRegex("溺水|落水(?![洞管])|洪水|山洪|泥石流|塌方|房屋倒塌|山体滑坡|雪崩")]
    public static partial Regex Name();
}

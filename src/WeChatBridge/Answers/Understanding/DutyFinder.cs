using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers.Understanding;

/// <summary>What a citizen may begin, and this account must not take for begun.</summary>
internal enum Duty
{
    /// <summary>A wish to apply for government information (依申请公开): only guidance is given here.</summary>
    DisclosureApplication,

    /// <summary>A complaint about an official (举报干部): the channels, and a message that only a named person sees.</summary>
    ComplaintAboutOfficial,
}

/// <summary>Finds the wish behind a message; a question about the same subject stays a question.</summary>
/// <remarks>
/// An application is a wish where somebody says that he applies, or asks how, where and with what to do it. 「依申请公开」 alone, and whatever
/// asks for figures, chapters or rules of it, is answered from the reports. A complaint is a verb of complaining with an official or a
/// misconduct as its object, or an official with a misconduct; asking for a hotline, an office or a procedure is a question. 「我要举报」
/// alone gets the channels too: nothing in the documents answers it better.
/// </remarks>
internal static partial class DutyFinder
{
    private const int LongestRead = 300;

    public static Duty? Find(string text)
    {
        var folded = QuestionText.Fold(text.Length > LongestRead ? text[..LongestRead] : text).Replace(" ", "", StringComparison.Ordinal);
        if (Application().IsMatch(folded) && !AboutApplications().IsMatch(folded))
        {
            return Duty.DisclosureApplication;
        }

        return BareComplaint().IsMatch(QuestionText.Bare(folded)) || IsComplaint(folded) ? Duty.ComplaintAboutOfficial : null;
    }

    // What somebody says he has seen an official do is a complaint, whatever it was done to (补贴, 工资, 名单); a message headed as a
    // report (情况通报, 案例), or one that asks for a fee or an office, is not.
    private static bool IsComplaint(string folded) =>
        !AsksForChannel().IsMatch(folded)
        && (Accuses().IsMatch(folded)
            || (!IsHeadedAsReport().IsMatch(folded)
                && (Complaint().IsMatch(folded) || Misconduct().IsMatch(folded)
                    || (DoubtfulMisconduct().IsMatch(folded) && !Asks().IsMatch(folded)))));

    /// <summary>What is said; the office's contact lines follow.</summary>
    /// <param name="duty">What the follower wishes to begin.</param>
    /// <param name="isReadHere">Whether somebody may read what is written here about officials: else nobody is invited to write it.</param>
    public static string Guidance(Duty duty, bool isReadHere) => duty switch
    {
        Duty.DisclosureApplication => FollowerTexts.DisclosureGuidance,
        _ when isReadHere => $"{FollowerTexts.ComplaintGuidance}\n{FollowerTexts.ComplaintByMessage}",
        _ => FollowerTexts.ComplaintGuidance,
    };

    [GeneratedRegex(
        "(?:我|俺|本人|我们|想|需要|打算|准备|帮我|申请人).{0,6}申请(?!了)(?:(?!公租房|低保|补[贴助]|救助|贷款|公积金|证|[，,]).){0,10}(?:信息|政务)公开(?!栏|在哪里?看|去哪里?看|年报|指南|平台|"
        + "网站)|申请(?:政府|政务)?(?:信息|政务)公开(?=$|[，,。?!吧的吗怎在要需去])|"
        + "依申请公开(?:的)?(?:怎么|如何|怎样|咋|在哪|去哪|到哪|哪里|提交|递交|办理|申请|流程|程序|渠道|途径|方式|表|需要|要)|(?:怎么|如何|怎样|咋|在哪里?|去哪里?|到哪里?|哪里|想|要|能不能|"
        + "可以).{0,4}(?:申请|提交|递交|提出|办理|寄|做).{0,8}(?:信息公开|依申请公开|公开申请)|"
        + "信息公开申请(?:书|表|$|怎么|如何|怎样|在哪|去哪|需要|要|流程|寄|交|提交|递交)|(?:我|我们|俺|想|要).{0,4}申请公开.{2,}|(?:我|想|要|怎么|如何).{0,4}依申请公开$|申请(?:获取|查阅|"
        + "查看)(?:.{0,8})政府信息")]
    private static partial Regex Application();

    [GeneratedRegex(
        "信息公开(?:栏|在哪里?看|去哪里?看)|情况|数量|多少[件份条次起宗]|几[件份条次起宗]|件数|收到|受理|办结|年报|报告|统计|制度|总数|复议|诉讼|概述|第[一二三四五六七八]章|(?:19|20)[0-9]{2}年|去年|比例|结果|"
        + "没有?回复|机构职责|是什么意思|"
        + "什么叫|什么是|条例|有哪些工作|同比")]
    private static partial Regex AboutApplications();

    [GeneratedRegex("^(?:我|我们)?(?:要|想|要实名|想实名|实名|匿名)(?:举报|投诉|检举|控告|上访|告状)$")]
    private static partial Regex BareComplaint();

    private const string Officials =
        "(?:书记|镇长|村长|村主任|村支书|支书|社区主任|主任(?!医)|嘎查达|嘎查长|干部|领导|官员|科长|所长|站长|局长|股长|旗长|县长|主席|公务员|工作人员|办事员|民警|警察|城管|执法人员|队长|网格员|委员|"
        + "会计|出纳|村委会?|党员|副职|校长|窗口(?:人员|的人)|当官的|政府的?人)";

    // What no honest question says of an official.
    private const string Misdeeds =
        "(?:吃拿卡要|受贿|索贿|行贿|收(?:了|我|黑|受)[^，,。费]{0,6}(?:钱|礼|红包|好处|贿)|收(?:钱|礼|红包|贿|黑钱|好处)(?!吗)|贪污|贪(?:了|钱)|贪腐|腐败|包庇|以权谋私|以公肥私|中饱私囊|优亲厚友|公款|"
        + "大吃大喝|不作为|乱作为|弄虚作假|打击报复|"
        + "态度(?:太|很|特别|非常|极其)?(?:恶劣|差|不好|蛮横)|刁难|推诿|截留|挪用|克扣|虚报|冒领|套取|吃空饷|乱收费|侵占|强占|霸占|失职|渎职|滥用职权|欺压|欺负|打骂|骂人|索要|要好处|违纪|违法乱纪|私分|关系户|搞特权|走后门|"
        + "不公示|把[^，,。]{1,8}(?:给(?:了)?(?:他|她|自己)?[^，,。]{0,2}(?:亲戚|家|侄|兄弟|儿子|关系)|占了|卖了|私吞)|占了[^，,。]{0,4}(?:地|草场)|上班(?:时间)?(?:打牌|喝酒|睡觉|打麻将))";

    // What an ordinary question says too: 办证要钱吗, 占地补偿.
    private const string DoubtfulDeeds = "(?:收[^，,。到费入件信]{0,3}钱|要钱|不办事|占[^，,。]{0,4}(?:地|草场)|拖着不办)";

    private const string Accusing = "(?:举报|投诉|检举|揭发|控告|状告|告发|(?<![公通报广警被原被])告(?!诉|知|示|别|老|白|诫|状))";

    [GeneratedRegex("(?:我|我们|俺|实名|匿名)(?:要|想|来)?(?:实名|匿名)?" + Accusing + "[^，,。?]{0,12}" + Officials + "(?!(?:的)?(?:电话|监督台|接待日|办公室))|"
        + Accusing + "[^，,。?]{0,8}" + Officials + "[^。]{0,6}" + Misdeeds)]
    private static partial Regex Accuses();

    [GeneratedRegex(
        Accusing + "[^，,。?]{0,12}" + Officials + "(?!(?:的)?(?:监督台|接待日|办公室|制度|职责|名单|分工))|"
        + "(?:" + Accusing + "|反映)[^。?]{0,16}" + Misdeeds + "|反映[^，,。?]{0,6}" + Officials + "[^，,。?]{0,8}(?:的?问题$|不公示|" + DoubtfulDeeds
        + ")|对[^，,。]{0,10}" + Officials + "[^，,。]{0,6}(?:举报|投诉|检举|控告)")]
    private static partial Regex Complaint();

    [GeneratedRegex(Officials + "[^，,。?]{0,8}" + Misdeeds)]
    private static partial Regex Misconduct();

    [GeneratedRegex(Officials + "[^，,。?]{0,8}" + DoubtfulDeeds)]
    private static partial Regex DoubtfulMisconduct();

    [GeneratedRegex("多少|吗|要不要|几[元块]|怎么|如何|哪|标准|补偿|规定|政策|收费")]
    private static partial Regex Asks();

    [GeneratedRegex(
        "(?:举报|投诉|监督|信访|检举)(?:的)?(?:电话|热线|号码|邮箱|信箱|渠道|平台|网站|地址|奖励|制度|办法|流程|件|案件|事项)(?![^，,。]{0,6}" + Officials + ")|" + Officials
        + "(?:的)?(?:电话|号码)(?:是)?(?:多少|几|$)(?<!举报.*)|信访办|监督台|"
        + "多少[件起]|几[件起]|怎么处分|如何处分|处分标准|处理结果")]
    private static partial Regex AsksForChannel();

    [GeneratedRegex(
        "(?:情况|通报|案例|条例|专项(?:整治|治理|行动)?|整治|学习|会议|制度|报告|教育|规定|方案|台账|统计|[清廉]洁[^，,。]{0,4}|建设|工作|活动|心得|培训|办法|标准|流程|(?<!不公示[^，,。]{0,6})名单|"
        + "(?<!不)公示)(?:$|[在有是的怎吗如多几呢])")]
    private static partial Regex IsHeadedAsReport();
}

using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Answers.Understanding;

/// <summary>What a follower can tell the account to do; everything else is a question.</summary>
internal enum FollowerCommand
{
    /// <summary>更多: go on where the last reply stopped.</summary>
    More,

    /// <summary>全文: the whole section.</summary>
    Whole,

    /// <summary>帮助: what can be asked here.</summary>
    Help,

    /// <summary>菜单: the menu, for those who do not see it.</summary>
    Menu,

    /// <summary>目录: the documents and their contents.</summary>
    Contents,

    /// <summary>留言, 人工: leave a message to a person.</summary>
    LeaveMessage,

    /// <summary>取消: leave what was begun.</summary>
    Cancel,

    /// <summary>查留言: the state of one's message.</summary>
    MessageState,

    /// <summary>有用: the last answer helped.</summary>
    Useful,

    /// <summary>没用: the last answer did not help.</summary>
    NotUseful,

    /// <summary>隐私: how questions are kept.</summary>
    Privacy,

    /// <summary>删除我的提问: delete what is kept of this follower's questions.</summary>
    ForgetMe,
}

/// <summary>Reads a command.</summary>
/// <remarks>
/// The whole message must be the command, polite words and signs aside. A word more makes a question of it: 「更多补贴政策」, 「取消低保」,
/// 「目录编制情况」 ask for what the documents say, and answering them with a command would hide that.
/// </remarks>
internal static partial class FollowerCommandReading
{
    private static readonly (FollowerCommand Command, Regex Words)[] Commands =
    [
        (FollowerCommand.ForgetMe, ForgetMe()),
        (FollowerCommand.Privacy, Privacy()),
        (FollowerCommand.MessageState, MessageState()),
        (FollowerCommand.Cancel, Cancel()),
        (FollowerCommand.NotUseful, NotUseful()),
        (FollowerCommand.Useful, Useful()),
        (FollowerCommand.More, More()),
        (FollowerCommand.Whole, Whole()),
        (FollowerCommand.Help, Help()),
        (FollowerCommand.Menu, Menu()),
        (FollowerCommand.Contents, Contents()),
        (FollowerCommand.LeaveMessage, LeaveMessage()),
    ];

    extension(FollowerCommand)
    {
        /// <summary>The command a message is, or null where it is a question or anything else.</summary>
        public static FollowerCommand? Read(string text)
        {
            var folded = QuestionText.Fold(text);
            if (folded.Length > 0 && folded.All(character => character == '?'))
            {
                return FollowerCommand.Help;
            }

            var bare = QuestionText.Bare(folded).Replace(" ", "", StringComparison.Ordinal);
            foreach (var (command, words) in Commands)
            {
                if (words.IsMatch(bare))
                {
                    return command;
                }
            }

            return null;
        }
    }

    [GeneratedRegex(
        "^(?:我?(?:要|想|想要)?(?:再)?(?:看看?)?(?:更多|下一?页|下一?段|后续|剩下的|余下的)(?:的?内容)?|(?:请)?继续(?:说|看|讲|显示)?|接着(?:说|看|讲)?|接下来呢?|往下(?:说|看|翻)?"
        + "|然后呢|后面(?:的|呢)|还有(?:吗|么|呢|没有|没|别的吗|其他的?吗)?|还有没有(?:了|别的)?|next|more|gengduo|xiayiye|jixu)$")]
    private static partial Regex More();

    [GeneratedRegex("^(?:我?(?:要|想|想要)?(?:看|显示|查看)?(?:全文|全部|完整|原文|整[章节段]|全部显示)(?:的?内容)?|全文(?:呢|在哪)?|展开(?:全文)?|quanwen|fulltext)$")]
    private static partial Regex Whole();

    [GeneratedRegex(
        "^(?:我?(?:要|需要|看)?(?:使用)?帮助(?:信息|说明)?|(?:这个?)?(?:公众号)?(?:怎么|如何|咋)(?:使)?用(?:啊|呢|的)?|使用(?:说明|方法|指南)|怎么(?:提问|问)|(?:你|这里)?(?:能|"
        + "可以|会)(?:问|查|做|干)(?:些)?(?:什么|啥)"
        + "|有(?:什么|哪些)功能|help|bangzhu|h)$")]
    private static partial Regex Help();

    [GeneratedRegex("^(?:我?(?:要|想)?(?:看|显示|打开|返回|回到)?(?:主|功能)?菜单|caidan|menu)$")]
    private static partial Regex Menu();

    [GeneratedRegex("^(?:我?(?:要|想)?(?:看|显示|打开|查看|返回|回到)?(?:总|全部|文件|内容|资料)?目录|文件列表|(?:都)?有(?:哪些|什么)(?:文件|资料|内容)|mulu|contents)$")]
    private static partial Regex Contents();

    [GeneratedRegex(
        "^(?:我?(?:要|想|想要|需要)?(?:给你们|给政府|给镇里|写|发|去)?(?:个|条|一条|一个)?留(?:个|一个|条|一条)?言|我?(?:要|想|需要)?(?:转|接|找|要|转接)?(?:人工|真人|客服)(?:服务|客服|"
        + "坐席)?"
        + "|我?(?:要|想|需要)?(?:找|联系|转接?|问问?|和|跟)(?:个|一下|你们)?(?:工作人员|真人|人|活人)(?:说|谈|聊|问)?(?:说|谈|聊|问|话)?|有人(?:吗|在吗|没有)|有没有人|liuyan|rengong)$")]
    private static partial Regex LeaveMessage();

    [GeneratedRegex(
        "^(?:我?(?:要|想)?(?:取消|退出|放弃|结束|停止)(?:留言|了)?|(?:那)?(?:就)?算了|不用了|我?不(?:想)?(?:留|留言|说|写|问|要)了|quit|exit|cancel|quxiao|tuichu)$")]
    private static partial Regex Cancel();

    [GeneratedRegex(
        "^(?:我?(?:要|想)?(?:查|查询|查看|看|看看|查一下|看一下)(?:我的|一下|下)?留言(?:状态|进度|情况|回复|结果)?|我的留言(?:呢|状态|进度|情况|结果|怎么样了|到哪了|有回复吗|有答复吗|回复了吗|回了吗|"
        + "处理了吗|有结果了?吗)?"
        + "|留言(?:查询|状态|进度|回复|结果)|留言(?:有)?回复(?:了)?吗|chaliuyan)$")]
    private static partial Regex MessageState();

    [GeneratedRegex("^(?:(?:很|非常|挺|太|真|对我)?(?:有用|有帮助|管用)(?:了|的)?|(?:已经?)?(?:帮我)?解决了|(?:回)?答得(?:很|真|挺)?好|回答正确|youyong)$")]
    private static partial Regex Useful();

    [GeneratedRegex(
        "^(?:(?:完全|根本|一点)?(?:都|也)?(?:没|没有|无|不管)(?:什么|啥)?(?:有)?用(?:的|处)?|没(?:有|什么|啥)?帮助|没(?:有)?解决|(?:完全|简直)?答非所问|文不对题|牛头不对马嘴|"
        + "(?:回)?答(?:得|的)?(?:不对|错了?|不好)|没答对"
        + "|(?:这|你)?(?:说的|答的)?(?:不是我(?:要|想|想要)?问?的|不对|错了)|驴唇不对马嘴|meiyong)$")]
    private static partial Regex NotUseful();

    [GeneratedRegex("^(?:我?(?:要|想)?(?:看|查看)?隐私(?:政策|说明|条款|声明|保护)?|yinsi)$")]
    private static partial Regex Privacy();

    [GeneratedRegex(
        "^(?:我?(?:要|想)?(?:请)?(?:把)?(?:删除|删掉|删了|清除|清空|忘记|忘掉|抹掉)(?:掉)?(?:我)?(?:的)?(?:全部|所有|历史)?(?:的)?(?:提问|问题|记录|提问记录|聊天记录|历史记录|对话记录|"
        + "对话|提问历史|个人信息|信息|数据|个人数据|资料|个人资料|隐私|聊天|聊天内容|隐私数据)"
        + "|(?:把)?我的(?:提问|问题|记录|提问记录|聊天记录|对话|个人信息|信息|数据|资料|个人数据|个人资料)(?:都|全部|全)?(?:删除|删|删掉|清除|清空)(?:了|掉)?)$")]
    private static partial Regex ForgetMe();
}

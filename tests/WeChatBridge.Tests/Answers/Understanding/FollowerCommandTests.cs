using WeChatBridge.Answers.Understanding;

namespace WeChatBridge.Tests.Answers.Understanding;

public sealed class FollowerCommandTests
{
    private static readonly (FollowerCommand Command, string[] Said)[] Commands =
    [
        (FollowerCommand.More, ["更多", "下一页", "继续", "还有吗", "还有吗？", "next", "NEXT", "ｎｅｘｔ", "更 多", "看更多", "更多内容", "接着说", "然后呢", "请继续", "还有没有了", "下一頁"]),
        (FollowerCommand.Whole, ["全文", "全部", "完整内容", "看全文", "我要看全文", "原文", "全部内容", "请给我全文，谢谢", "展开"]),
        (FollowerCommand.Help, ["帮助", "help", "Help!", "怎么用", "？", "?", "??", "使用说明", "这个怎么用啊", "能问什么", "你会做什么", "幫助"]),
        (FollowerCommand.Menu, ["菜单", "主菜单", "返回菜单", "请问菜单", "菜單"]),
        (FollowerCommand.Contents, ["目录", "看目录", "返回目录", "有哪些文件", "目錄。"]),
        (FollowerCommand.LeaveMessage, ["人工", "留言", "转人工", "找工作人员", "我要留言", "人工服务", "客服", "我想找工作人员", "给你们留个言", "我要找人说话", "有人吗", "您好，转人工"]),
        (FollowerCommand.Cancel, ["取消", "退出", "算了", "不用了，谢谢", "取消留言", "不留言了", "那就算了吧"]),
        (FollowerCommand.MessageState, ["查留言", "我的留言", "查一下我的留言", "留言回复了吗", "查询留言", "我的留言有回复吗", "留言进度"]),
        (FollowerCommand.Useful, ["有用", "很有用", "有帮助", "有用，谢谢", "解决了", "有用的"]),
        (FollowerCommand.Privacy, ["隐私", "隐私政策", "看隐私说明", "隱私"]),
        (FollowerCommand.NotUseful, ["没用", "没有用", "答非所问", "没什么用", "没有帮助", "沒有用", "不是我要的", "答错了", "没用的", "不对"]),
        (FollowerCommand.ForgetMe, ["删除我的提问", "删除我的记录", "把我的记录删了", "清除我的聊天记录", "刪除我的提問", "删除提问记录", "删除我的个人信息", "删除我的数据", "把我的数据删了"]),
    ];

    public static TheoryData<object, string> Said =>
        [.. Commands.SelectMany(row => row.Said.Select(said => ((object)row.Command, said)))];

    [Theory]
    [MemberData(nameof(Said))]
    public void A_command_is_understood(object command, string said) => FollowerCommand.Read(said).ShouldBe((FollowerCommand)command);

    [Theory]
    [InlineData("更多补贴政策")]
    [InlineData("取消低保")]
    [InlineData("帮助残疾人的政策")]
    [InlineData("目录编制情况")]
    [InlineData("公开目录")]
    [InlineData("人工湖在哪")]
    [InlineData("人工增雨作业公告")]
    [InlineData("留言回复情况")]
    [InlineData("领导留言板")]
    [InlineData("全部公开事项有多少条")]
    [InlineData("全文检索")]
    [InlineData("继续教育")]
    [InlineData("退出低保")]
    [InlineData("退出公职人员")]
    [InlineData("没用完的医保余额")]
    [InlineData("有用工需求吗")]
    [InlineData("客服中心地址")]
    [InlineData("还有什么补贴")]
    [InlineData("删除违建")]
    [InlineData("删除我的低保记录")]
    [InlineData("怎么用电")]
    [InlineData("菜单价格公示")]
    [InlineData("下一页岩气项目")]
    [InlineData("工作人员名单")]
    [InlineData("你好")]
    [InlineData("谢谢")]
    [InlineData("")]
    [InlineData("。")]
    [InlineData("1")]
    [InlineData("联系电话")]
    public void A_word_more_makes_a_question_of_it(string said) => FollowerCommand.Read(said).ShouldBeNull();
}

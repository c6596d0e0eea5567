using WeChatBridge.Answers.Understanding;

namespace WeChatBridge.Tests.Answers.Understanding;

public sealed class DutyFinderTests
{
    [Theory]
    [InlineData("我要申请信息公开")]
    [InlineData("依申请公开怎么提交")]
    [InlineData("我想申请政府信息公开")]
    [InlineData("申请信息公开")]
    [InlineData("怎么申请信息公开")]
    [InlineData("如何申请政府信息公开")]
    [InlineData("信息公开申请表在哪下载")]
    [InlineData("依申请公开申请表")]
    [InlineData("依申请公开流程")]
    [InlineData("去哪里提交信息公开申请")]
    [InlineData("我要申请公开村里的账目")]
    [InlineData("我想依申请公开")]
    [InlineData("信息公开申请怎么写")]
    [InlineData("信息公开申请书")]
    [InlineData("我要申請信息公開")]
    [InlineData("我 要 申请 信息公开")]
    [InlineData("可以在这里提交信息公开申请吗")]
    [InlineData("申请政府信息公开需要什么材料")]
    [InlineData("帮我申请一下政府信息公开")]
    [InlineData("申请获取土地征收的政府信息")]
    public void Who_wants_to_apply_is_guided(string said) => DutyFinder.Find(said).ShouldBe(Duty.DisclosureApplication);

    [Theory]
    [InlineData("我要举报村书记")]
    [InlineData("举报干部收钱")]
    [InlineData("投诉镇长")]
    [InlineData("反映张某某吃拿卡要")]
    [InlineData("举报村主任贪污")]
    [InlineData("村书记贪污低保钱")]
    [InlineData("我要投诉窗口人员态度恶劣")]
    [InlineData("我要告嘎查达")]
    [InlineData("嘎查长优亲厚友")]
    [InlineData("举报驻村干部打什么电话")]
    [InlineData("有干部收红包")]
    [InlineData("民警不作为")]
    [InlineData("我要检举")]
    [InlineData("实名举报")]
    [InlineData("我要投诉")]
    [InlineData("投诉工作人员刁难群众")]
    [InlineData("舉報鎮長受賄")]
    [InlineData("揭发会计套取补助")]
    [InlineData("对村委会的举报")]
    [InlineData("书记以权谋私")]
    [InlineData("控告派出所所长")]
    [InlineData("举报干部的电话")]
    public void Who_complains_about_an_official_is_given_the_channels(string said) =>
        DutyFinder.Find(said).ShouldBe(Duty.ComplaintAboutOfficial);

    [Theory]
    [InlineData("投诉电话")]
    [InlineData("监督电话是多少")]
    [InlineData("信访办在哪")]
    [InlineData("依申请公开情况")]
    [InlineData("依申请公开")]
    [InlineData("2017年收到政府信息公开申请多少件")]
    [InlineData("收到和处理政府信息公开申请情况")]
    [InlineData("信息公开申请有几件")]
    [InlineData("去年信息公开申请受理了多少")]
    [InlineData("信息公开工作报告")]
    [InlineData("信息公开制度")]
    [InlineData("依申请公开是什么意思")]
    [InlineData("怎么申请低保")]
    [InlineData("我要申请公租房")]
    [InlineData("领导干部监督台")]
    [InlineData("干部违纪情况通报")]
    [InlineData("举报奖励办法")]
    [InlineData("举报电话")]
    [InlineData("12345投诉处理情况")]
    [InlineData("告诉我镇长电话")]
    [InlineData("镇长是谁")]
    [InlineData("书记的电话")]
    [InlineData("怎么反映问题")]
    [InlineData("举报邻居噪音")]
    [InlineData("投诉公交车司机")]
    [InlineData("村干部工资标准")]
    [InlineData("廉洁建设")]
    [InlineData("防火公告干部值班")]
    [InlineData("村干部名单")]
    [InlineData("公告里的负责干部")]
    [InlineData("着火了")]
    [InlineData("")]
    public void A_question_about_the_subject_stays_a_question(string said) => DutyFinder.Find(said).ShouldBeNull();

    [Fact]
    public void Guidance_takes_no_application_and_no_papers()
    {
        var guidance = DutyFinder.Guidance(Duty.DisclosureApplication, isReadHere: true);

        guidance.ShouldContain("不能接收政府信息公开申请");
        guidance.ShouldContain("不要在这里发送身份证");
        guidance.ShouldContain("邮寄");
    }

    [Fact]
    public void A_complaint_is_shown_the_channels_and_the_way_to_write()
    {
        var guidance = DutyFinder.Guidance(Duty.ComplaintAboutOfficial, isReadHere: true);

        guidance.ShouldContain("12388");
        guidance.ShouldContain("12345");
        guidance.ShouldContain("“留言”");
    }
}

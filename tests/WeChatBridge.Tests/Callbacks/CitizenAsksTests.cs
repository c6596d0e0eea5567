using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Callbacks;

public sealed class CitizenAsksTests
{
    private const string Title = "《2017年红花尔基镇政府信息公开工作年度报告》（2017年）";

    public static TheoryData<string, string, string> Questions => new()
    {
        { "联系电话", "0470-3129100", "前言" },
        { "邮箱", "hhej2010@163.com", "前言" },
        { "统计期限", "从2017年1月1日到12月31日止", "前言" },
        { "领导小组", "以镇长为组长的政务公开领导小组", "（一）提高认识，加强领导" },
        { "微信公众号", "开通“红花尔基镇政务”和“红花尔基镇人大”微信公众号平台", "一、工作开展基本情况" },
        { "存在的问题", "离上级和群众的要求还有差距", "三、存在存在的不足和问题" },
        { "下一步工作安排", "进一步提高对政务公开工作的认识", "四、下一步工作安排" },
        // Two sections speak of it alike, and are shown together.
        { "公开栏", "设置固定政务公开栏", "（3）加强监督，狠抓落实”至“二、政府信息公开情况" },
        { "一、概述", "高度重视", "一、概述" },
        { "2017年报告", "现公布红花尔基镇2017年政府信息公开工作年度报告", "前言" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_town_account_answers_from_its_own_report(string question, string answer, string section)
    {
        await using var bridge = await RunningBridge.StartAsync();

        var report = await bridge.Follower("zhengwu").SendTextAsync(question, TestContext.Current.CancellationToken);

        report.ShownText.ShouldContain(answer);
        ShouldEndWithSource(report.ShownText, $"出处：{Title}", section);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_other_account_quotes_the_report_and_names_the_body_that_issued_it(string question, string answer, string section)
    {
        await using var bridge = await RunningBridge.StartAsync();

        var report = await bridge.Follower("renda").SendTextAsync(question, TestContext.Current.CancellationToken);

        report.ShownText.ShouldContain(answer);
        ShouldEndWithSource(report.ShownText, $"出处：据红花尔基镇人民政府{Title}", section);
    }

    [Theory]
    [InlineData("zhengwu")]
    [InlineData("renda")]
    public async Task What_the_documents_do_not_hold_is_not_answered_and_a_person_is_named(string account)
    {
        await using var bridge = await RunningBridge.StartAsync();

        var report = await bridge.Follower(account).SendTextAsync("天气", TestContext.Current.CancellationToken);

        report.ShownText.ShouldContain("没有找到");
        report.ShownText.ShouldContain("0470-3129100");
        report.ShownText.ShouldContain("hhej2010@163.com");
        report.ShownText.ShouldContain("据2017年度报告，可能已有变动");
        report.ShownText.ShouldNotContain("出处");
    }

    [Fact]
    public async Task A_question_by_voice_is_answered_where_the_platform_recognised_the_words()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");

        var recognised = await follower.SendVoiceAsync("联系电话。", TestContext.Current.CancellationToken);
        var mumbled = await follower.SendVoiceAsync(null, TestContext.Current.CancellationToken);

        recognised.ShownText.ShouldContain("0470-3129100");
        mumbled.ShownText.ShouldContain("没有听清");
    }

    [Fact]
    public async Task A_new_follower_is_welcomed_with_something_that_can_really_be_asked()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");

        var welcome = await follower.FollowAsync(TestContext.Current.CancellationToken);
        var example = welcome.ShownText.Split("例如：")[1].Split('\n')[0];
        var answer = await follower.SendTextAsync(example, TestContext.Current.CancellationToken);

        welcome.ShownText.ShouldContain("红花尔基镇政务");
        answer.ShownText.ShouldContain("出处：");
    }

    [Fact]
    public async Task What_needs_no_answer_is_acknowledged_in_silence()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("renda");

        var left = await follower.UnfollowAsync(TestContext.Current.CancellationToken);

        left.Attempts.ShouldHaveSingleItem().ResponseBody.ShouldBe("success");
    }

    [Fact]
    public async Task A_picture_gets_a_word_on_what_can_be_asked()
    {
        await using var bridge = await RunningBridge.StartAsync();

        var report = await bridge.Follower("zhengwu").SendImageAsync(TestContext.Current.CancellationToken);

        report.ShownText.ShouldContain("请用文字");
        report.Attempts.ShouldHaveSingleItem().Verdict.ShouldBe(AttemptVerdict.Answered);
    }

    [Fact]
    public async Task The_followers_words_and_the_accounts_keys_are_in_no_log_line()
    {
        await using var bridge = await RunningBridge.StartAsync();
        foreach (var account in SampleAccount.Both)
        {
            var follower = bridge.Follower(account.Key);
            await follower.SendTextAsync("我的名字叫作机密词", TestContext.Current.CancellationToken);
            await follower.ProbeAsync("机密词", new Deviation { WrongSignature = true }, TestContext.Current.CancellationToken);
        }

        bridge.Log.ShouldNotBeEmpty();
        var secrets = SampleAccount.Both.SelectMany(account => new[] { account.AppSecret, account.CallbackToken, account.EncodingAesKey });
        foreach (var secret in secrets.Append("机密词").Append("oSampleFollower000000000001"))
        {
            bridge.Log.ShouldNotContain(line => line.Contains(secret), $"{secret} must not be logged");
        }
    }

    private static void ShouldEndWithSource(string text, string source, string sections) => sections.Split('|')
        .ShouldContain(section => text.EndsWith($"\n\n{source}“{section}”", StringComparison.Ordinal), text);
}

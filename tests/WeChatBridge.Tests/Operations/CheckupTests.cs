using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Operations;

public sealed class CheckupTests
{
    [Fact]
    public async Task A_sound_installation_is_told_so()
    {
        await using var bridge = await RunningBridge.StartAsync();

        var findings = await bridge.AdministratorExaminesAsync();

        findings.ShouldAllBe(finding => !finding.StartsWith('!'));
        findings.ShouldContain(finding => finding.Contains("红花尔基镇政务") && finding.Contains("连接正常"));
        findings.ShouldContain(finding => finding.Contains("红花尔基镇人大") && finding.Contains("连接正常"));
    }

    [Fact]
    public async Task A_wrong_secret_is_named_with_what_to_do_and_does_not_hide_the_other_account()
    {
        await using var bridge = await RunningBridge.StartAsync(
            SampleAccount.Both, new Dictionary<string, string?> { ["Accounts:renda:AppSecret"] = "SomeOtherSecret" });

        var findings = await bridge.AdministratorExaminesAsync();

        findings.ShouldContain(finding => finding.StartsWith("!公众号“红花尔基镇人大”") && finding.Contains("AppSecret"));
        findings.ShouldContain(finding => finding.StartsWith("公众号“红花尔基镇政务”"));
        findings.ShouldNotContain(finding => finding.Contains("SomeOtherSecret"));
    }

    [Fact]
    public async Task An_account_without_keys_is_no_illness()
    {
        await using var bridge = await RunningBridge.StartAsync([SampleAccount.Both[0]], new Dictionary<string, string?>());

        (await bridge.AdministratorExaminesAsync()).ShouldContain(finding => finding.Contains("“红花尔基镇人大”未配置"));
    }

    [Fact]
    public async Task After_a_restart_the_shared_token_is_used_and_no_new_one_is_asked_for()
    {
        await using var bridge = await RunningBridge.StartAsync();
        await bridge.AdministratorExaminesAsync();
        var asked = TokensAskedFor(bridge);

        await bridge.RestartsAsync();
        var findings = await bridge.AdministratorExaminesAsync();

        findings.ShouldAllBe(finding => !finding.StartsWith('!'));
        asked.ShouldBe(SampleAccount.Both.Count);
        TokensAskedFor(bridge).ShouldBe(asked);
    }

    private static int TokensAskedFor(RunningBridge bridge) =>
        bridge.WeChat.Ledger.Entries.Count(entry => entry.Path.Contains("stable_token"));
}

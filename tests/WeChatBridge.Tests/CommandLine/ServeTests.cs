using System.Net;
using WeChatBridge.Tests.Conventions;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.CommandLine;

public sealed class ServeTests
{
    [Fact]
    public async Task Without_any_configuration_it_serves_says_what_is_missing_and_stops_cleanly()
    {
        using var office = new OfficeFolder();
        await using var bridge = ProgramRun.OfBridge(office.Path, "--urls", "http://127.0.0.1:0");
        var address = (await bridge.SaysAsync("已启动：")).Split('：')[1].Trim();
        await bridge.SaysAsync("公众号“红花尔基镇政务”（zhengwu）：未配置");
        await bridge.SaysAsync("公众号“红花尔基镇人大”（renda）：未配置");
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(address) };

        var checkedAddress = await client.GetAsync("/callback/zhengwu?echostr=1", TestContext.Current.CancellationToken);
        var posted = await client.PostAsync("/callback/renda", new StringContent("x"), TestContext.Current.CancellationToken);
        var health = await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
        var page = await client.GetStringAsync("/console", TestContext.Current.CancellationToken);
        var asked = await office.RunsAsync("ask", "--account", "zhengwu", "邮箱");
        var exitCode = await bridge.TerminatesAsync();

        checkedAddress.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        posted.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        health.ShouldContain("\"zhengwu\":\"not configured\"");
        page.ShouldContain("未配置密钥");
        asked.Output.ShouldContain("hhej2010@163.com");
        exitCode.ShouldBe(0);
    }

    [Fact]
    public async Task With_the_sample_settings_copied_and_filled_it_serves_the_accounts()
    {
        using var office = new OfficeFolder();
        office.Write("appsettings.json", FilledSample());
        await using var bridge = ProgramRun.OfBridge(office.Path, "serve", "--urls", "http://127.0.0.1:0");
        var address = (await bridge.SaysAsync("已启动：")).Split('：')[1].Trim();
        await bridge.SaysAsync("/callback/zhengwu，安全模式");
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(address) };
        var signature = WeChat.Callbacks.CallbackSignature.Compute("SampleToken1", "1714036504", "1514711492");

        var echo = await client.GetStringAsync(
            $"/callback/zhengwu?signature={signature}&timestamp=1714036504&nonce=1514711492&echostr=437512",
            TestContext.Current.CancellationToken);

        echo.ShouldBe("437512");
        (await bridge.InterruptsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_half_filled_account_stops_the_start_and_names_what_is_missing()
    {
        using var office = new OfficeFolder();
        office.Write("appsettings.json", """{ "Accounts": { "zhengwu": { "AppId": "wxsample" } } }""");

        var (exitCode, _, errors) = await office.RunsAsync("--urls", "http://127.0.0.1:0");

        exitCode.ShouldBe(1);
        errors.ShouldContain("Accounts:zhengwu:CallbackToken");
        errors.ShouldContain("Accounts:zhengwu:EncodingAesKey:Current");
    }

    [Theory]
    [InlineData("impotr", "a.txt")]
    [InlineData("serve", "zhengwu")]
    public async Task A_misspelt_command_is_refused_instead_of_starting_a_service(params string[] arguments)
    {
        using var office = new OfficeFolder();

        var (exitCode, _, errors) = await office.RunsAsync(arguments);

        exitCode.ShouldBe(1);
        errors.ShouldContain($"没有“{arguments.First(word => word != "serve")}”这个命令");
        Directory.Exists(Path.Combine(office.Path, "data")).ShouldBeFalse();
    }

    private static string FilledSample()
    {
        var sample = File.ReadAllText(Path.Combine(Repository.Root, "appsettings.sample.json"));
        foreach (var (key, value) in new[]
        {
            ("OriginalId", "gh_sample"), ("AppId", "wxsample"), ("AppSecret", "SampleSecret"), ("CallbackToken", "SampleToken1"),
            ("Current", "SampleEncodingAesKey".PadRight(43, '0')),
        })
        {
            sample = sample.Replace($"\"{key}\": \"\"", $"\"{key}\": \"{value}\"");
        }

        return sample;
    }
}

using Microsoft.Extensions.Configuration;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Tests;

public class AccountSettingsTests
{
    [Fact]
    public void Without_configuration_two_sample_accounts_get_fresh_usable_keys()
    {
        var accounts = Read();

        accounts.Select(account => account.Name).ShouldBe(["红花尔基镇政务", "红花尔基镇人大"]);
        accounts.ShouldAllBe(account => account.CallbackUrl == new Uri($"http://127.0.0.1:5080/callback/{account.Key}"));
        accounts.Select(account => account.AppSecret).Concat(Read().Select(account => account.AppSecret)).Distinct().Count().ShouldBe(4);
        foreach (var account in accounts)
        {
            var seal = new MessageSeal(account.EncodingAesKey, account.AppId);
            seal.Open(seal.Close("你好")).ShouldBe("你好");
        }
    }

    [Fact]
    public void What_is_configured_is_used_and_the_rest_is_made()
    {
        var account = Read(
            ("Simulator:CallbackBaseUrl", "http://127.0.0.1:6000"),
            ("Simulator:Accounts:zhengwu:Mode", "Compatible"),
            ("Simulator:Accounts:zhengwu:Kind", "Service"),
            ("Simulator:Accounts:zhengwu:Verified", "false"),
            ("Simulator:Accounts:zhengwu:AppId", "wx0000000000000001"),
            ("Simulator:Accounts:zhengwu:CallbackToken", "sample-token")).ShouldHaveSingleItem();

        account.Name.ShouldBe("红花尔基镇政务");
        account.Mode.ShouldBe(EncryptionMode.Compatible);
        account.Kind.ShouldBe(AccountKind.Service);
        account.Verified.ShouldBeFalse();
        account.AppId.ShouldBe("wx0000000000000001");
        account.CallbackToken.ShouldBe("sample-token");
        account.CallbackUrl.ShouldBe(new Uri("http://127.0.0.1:6000/callback/zhengwu"));
        account.OriginalId.ShouldMatch("^gh_[0-9a-f]{12}$");
    }

    [Theory]
    [InlineData("Simulator:Accounts:zhengwu:Mode", "Secret")]
    [InlineData("Simulator:Accounts:zhengwu:Kind", "7")]
    [InlineData("Simulator:Accounts:zhengwu:Verified", "maybe")]
    [InlineData("Simulator:Accounts:zhengwu:EncodingAesKey", "short")]
    [InlineData("Simulator:Accounts:zhengwu:CallbackUrl", "ftp://127.0.0.1/")]
    [InlineData("Simulator:CallbackBaseUrl", "somewhere")]
    public void A_wrong_setting_stops_the_start_and_is_named(string key, string value) =>
        Should.Throw<InvalidOperationException>(() => Read((key, value))).Message.ShouldContain(key);

    private static IReadOnlyList<SimulatedAccount> Read(params (string Key, string Value)[] settings) => AccountSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build());
}

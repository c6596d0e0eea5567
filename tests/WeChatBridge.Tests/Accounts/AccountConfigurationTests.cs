using Microsoft.Extensions.Configuration;
using WeChatBridge.Accounts;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Accounts;

public sealed class AccountConfigurationTests
{
    public static TheoryData<string, string> BadValues => new()
    {
        { "Accounts:zhengwu:CallbackToken", "" },
        { "Accounts:zhengwu:CallbackToken", "ab" },
        { "Accounts:zhengwu:CallbackToken", "has spaces in it" },
        { "Accounts:zhengwu:AppId", "" },
        { "Accounts:zhengwu:AppSecret", " " },
        { "Accounts:zhengwu:OriginalId", "" },
        { "Accounts:zhengwu:EncodingAesKey:Current", "" },
        { "Accounts:zhengwu:EncodingAesKey:Current", "tooShort" },
        { "Accounts:zhengwu:EncodingAesKey:Previous", new string('!', 43) },
        { "Accounts:zhengwu:EncryptionMode", "Secret" },
        { "Accounts:zhengwu:Kind", "Newspaper" },
        { "Accounts:zhengwu:AppID2", "x" },
        { "Accounts:zhengwu:Contact:Telephone", "x" },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_bad_value_is_refused_by_the_name_of_its_key(string key, string value)
    {
        var settings = SampleAccount.Both[0].Configuration().ToDictionary();
        settings[key] = value;

        var refusal = Should.Throw<ConfigurationRefusedException>(() => AccountBook.Read(From(settings)));

        refusal.Message.ShouldContain(key.Split(':')[^1]);
        foreach (var secret in new[] { SampleAccount.Both[0].AppSecret, SampleAccount.Both[0].EncodingAesKey })
        {
            refusal.Message.ShouldNotContain(secret);
        }
    }

    [Fact]
    public void An_account_key_that_could_not_stand_in_an_address_is_refused()
    {
        var settings = new Dictionary<string, string?> { ["Accounts:政务:Name"] = "红花尔基镇政务" };

        Should.Throw<ConfigurationRefusedException>(() => AccountBook.Read(From(settings))).Message.ShouldContain("政务");
    }

    [Fact]
    public void An_account_with_a_name_only_is_not_configured()
    {
        var settings = new Dictionary<string, string?> { ["Accounts:zhengwu:Name"] = "红花尔基镇政务", ["Accounts:zhengwu:AppId"] = "" };

        AccountBook.Read(From(settings)).KeysOf("zhengwu").ShouldBeNull();
    }

    [Fact]
    public void Plain_mode_needs_no_key()
    {
        var settings = SampleAccount.Both[0].Configuration().ToDictionary();
        settings["Accounts:zhengwu:EncodingAesKey:Current"] = "";
        settings["Accounts:zhengwu:EncryptionMode"] = "Plain";

        AccountBook.Read(From(settings)).KeysOf("zhengwu").ShouldNotBeNull().Cipher.ShouldBeNull();
    }

    [Fact]
    public void Keys_do_not_show_when_they_are_printed()
    {
        var keys = AccountBook.Read(From(SampleAccount.Both[0].Configuration())).KeysOf("zhengwu");

        var printed = $"{keys}";

        printed.ShouldNotContain(SampleAccount.Both[0].AppSecret);
        printed.ShouldNotContain(SampleAccount.Both[0].CallbackToken);
    }

    [Fact]
    public async Task A_configured_contact_card_is_told_instead_of_the_old_reports()
    {
        await using var bridge = await RunningBridge.StartAsync(SampleAccount.Both, new Dictionary<string, string?>
        {
            ["Accounts:zhengwu:Contact:Office"] = "镇党政综合办公室",
            ["Accounts:zhengwu:Contact:Phone"] = "0470-0000000",
        });

        var town = await bridge.Follower("zhengwu").SendTextAsync("天气", TestContext.Current.CancellationToken);
        var congress = await bridge.Follower("renda").SendTextAsync("天气", TestContext.Current.CancellationToken);

        town.ShownText.ShouldContain("0470-0000000");
        town.ShownText.ShouldNotContain("0470-3129100");
        town.ShownText.ShouldNotContain("据2017年度报告");
        congress.ShownText.ShouldContain("0470-3129100");
    }

    private static IConfiguration From(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}

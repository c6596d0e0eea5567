using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Tests.Api;

public class AccessTokenTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stable_token_stays_the_same_until_five_minutes_before_its_end_and_both_are_valid_then()
    {
        await using var world = await ApiWorld.StartAsync();
        var first = await StableAsync(world);
        world.Platform.Clock.Advance(TimeSpan.FromMinutes(100));
        var same = await StableAsync(world);
        world.Platform.Clock.Advance(TimeSpan.FromMinutes(16));
        var second = await StableAsync(world);

        same.Text("access_token").ShouldBe(first.Text("access_token"));
        same.Text("expires_in").ShouldBe("1200");
        second.Text("access_token").ShouldNotBe(first.Text("access_token"));
        second.Text("expires_in").ShouldBe("7200");
        (await CallAsync(world, first)).ShouldBe(0);
        (await CallAsync(world, second)).ShouldBe(0);
        world.Platform.Clock.Advance(TimeSpan.FromMinutes(5));
        (await CallAsync(world, first)).ShouldNotBe(0);
        (await CallAsync(world, second)).ShouldBe(0);
    }

    [Fact]
    public async Task Each_plain_token_ends_the_one_before_it_after_five_minutes()
    {
        await using var world = await ApiWorld.StartAsync();
        var first = await PlainAsync(world);
        var second = await PlainAsync(world);

        (await CallAsync(world, first)).ShouldBe(0);
        world.Platform.Clock.Advance(TimeSpan.FromMinutes(5));
        (await CallAsync(world, first)).ShouldBe(40001);
        (await CallAsync(world, second)).ShouldBe(0);
    }

    [Fact]
    public async Task The_two_kinds_of_token_do_not_disturb_each_other()
    {
        await using var world = await ApiWorld.StartAsync();
        var stable = await StableAsync(world);
        await PlainAsync(world);
        await PlainAsync(world);
        world.Platform.Clock.Advance(TimeSpan.FromMinutes(10));

        (await CallAsync(world, stable)).ShouldBe(0);
        (await StableAsync(world)).Text("access_token").ShouldBe(stable.Text("access_token"));
    }

    [Fact]
    public async Task A_forced_refresh_kills_the_old_token_at_once_but_not_twice_within_thirty_seconds()
    {
        await using var world = await ApiWorld.StartAsync();
        var first = await StableAsync(world);
        var forced = await StableAsync(world, force: true);
        var tooSoon = await StableAsync(world, force: true);

        (await CallAsync(world, first)).ShouldBe(40001);
        tooSoon.Text("access_token").ShouldBe(forced.Text("access_token"));
        world.Platform.Clock.Advance(TimeSpan.FromSeconds(30));
        (await StableAsync(world, force: true)).Text("access_token").ShouldNotBe(forced.Text("access_token"));
    }

    [Fact]
    public async Task An_expired_token_and_one_made_invalid_are_told_apart()
    {
        await using var world = await ApiWorld.StartAsync();
        var token = await StableAsync(world);
        world.Platform.Clock.Advance(TimeSpan.FromSeconds(7200));
        (await CallAsync(world, token)).ShouldBe(42001);

        var next = await StableAsync(world);
        world.State.Tokens.Invalidate();
        (await CallAsync(world, next)).ShouldBe(40001);
    }

    [Theory]
    [InlineData("""{"grant_type":"password","appid":"{appid}","secret":"{secret}"}""", 40002)]
    [InlineData("""{"grant_type":"client_credential","secret":"{secret}"}""", 41002)]
    [InlineData("""{"grant_type":"client_credential","appid":"wx0","secret":"{secret}"}""", 40013)]
    [InlineData("""{"grant_type":"client_credential","appid":"{appid}"}""", 41004)]
    [InlineData("""{"grant_type":"client_credential","appid":"{appid}","secret":"wrong"}""", 40125)]
    public async Task Wrong_credentials_are_refused_by_name(string body, int code)
    {
        await using var world = await ApiWorld.StartAsync();
        var filled = body.Replace("{appid}", world.Account.Settings.AppId).Replace("{secret}", world.Account.Settings.AppSecret);

        (await PostAsync(world, filled)).Code().ShouldBe(code);
    }

    [Fact]
    public async Task An_address_that_is_not_listed_is_named_in_the_refusal()
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.Access.AddressList = ["203.0.113.7"];
        var answer = await StableAsync(world);

        answer.Code().ShouldBe(40164);
        answer.Text("errmsg").ShouldStartWith("invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist rid: ");
        answer.Text("errmsg").ShouldMatch("[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$");
        world.State.Access.AddressList = ["203.0.113.7", "127.0.0.1"];
        (await StableAsync(world)).Code().ShouldBe(0);
    }

    [Fact]
    public async Task A_frozen_secret_gets_no_token()
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.Access.SecretFrozen = true;

        (await StableAsync(world)).Code().ShouldBe(40243);
    }

    [Fact]
    public async Task Neither_secret_nor_token_stands_in_the_ledger()
    {
        await using var world = await ApiWorld.StartAsync();
        var token = await StableAsync(world);
        await CallAsync(world, token);

        var written = string.Concat(world.Platform.Ledger.Entries.Select(entry => entry.ToString()));
        written.ShouldNotContain(world.Account.Settings.AppSecret);
        written.ShouldNotContain(token.Text("access_token"));
        world.Platform.Ledger.Find(account: "zhengwu", path: "/cgi-bin/stable_token").Count.ShouldBe(1);
    }

    private static async Task<JsonObject> StableAsync(ApiWorld world, bool force = false)
    {
        var body = new JsonObject
        {
            ["grant_type"] = "client_credential",
            ["appid"] = world.Account.Settings.AppId,
            ["secret"] = world.Account.Settings.AppSecret,
            ["force_refresh"] = force,
        };
        return await PostAsync(world, body.ToRaw());
    }

    private static async Task<JsonObject> PostAsync(ApiWorld world, string body) =>
        await ApiWorld.ReadAsync(await world.Client.PostAsync("/cgi-bin/stable_token", new StringContent(body), Cancellation));

    private static async Task<JsonObject> PlainAsync(ApiWorld world)
    {
        var (appId, secret) = (world.Account.Settings.AppId, world.Account.Settings.AppSecret);
        var path = $"/cgi-bin/token?grant_type=client_credential&appid={appId}&secret={secret}";
        return await ApiWorld.ReadAsync(await world.Client.GetAsync(path, Cancellation));
    }

    private static async Task<int> CallAsync(ApiWorld world, JsonObject token)
    {
        var path = $"/cgi-bin/getcallbackip?access_token={token.Text("access_token")}";
        return (await ApiWorld.ReadAsync(await world.Client.GetAsync(path, Cancellation))).Code();
    }
}

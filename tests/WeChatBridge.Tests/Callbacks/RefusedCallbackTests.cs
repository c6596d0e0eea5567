using System.Net;
using WeChatBridge.Simulator;
using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Callbacks;

/// <summary>What does not come from the platform, or not as our configuration demands, is refused and leaves nothing in the store.</summary>
public sealed class RefusedCallbackTests
{
    public static TheoryData<string, EncryptionMode> WrongModes => new()
    {
        { "zhengwu", EncryptionMode.Plain },
        { "renda", EncryptionMode.Plain },
    };

    public static TheoryData<string, string> BadBodies => new()
    {
        { "empty", "" },
        { "not XML", "hello" },
        { "cut off", "<xml><ToUserName>gh_samplezhengwu</ToUserName>" },
        { "a DOCTYPE", "<!DOCTYPE xml [<!ENTITY a \"b\">]>" + SampleMessage.Text("zhengwu", "1", "&a;") },
        { "an external entity", "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + SampleMessage.Text("zhengwu", "1", "x") },
        { "no sender", "<xml><ToUserName>gh_samplezhengwu</ToUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>" },
        { "no kind", SampleMessage.Of("zhengwu", "<MsgId>1</MsgId>") },
        { "no time", "<xml><ToUserName>gh_samplezhengwu</ToUserName><FromUserName>o</FromUserName><MsgType>text</MsgType></xml>" },
        { "JSON", "{\"ToUserName\":\"gh_samplezhengwu\"}" },
        { "a thousand levels", string.Concat(Enumerable.Repeat("<xml>", 1000)) },
    };

    [Theory]
    [MemberData(nameof(WrongModes))]
    public async Task A_clear_message_with_a_valid_clear_signature_is_refused_where_we_demand_encryption(string account, EncryptionMode mode)
    {
        await using var bridge = await RunningBridge.StartAsync();

        await ShouldBeRefusedAsync(bridge, account, new Deviation { Mode = mode }, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_encrypted_message_is_refused_where_we_demand_clear_ones()
    {
        await using var bridge = await RunningBridge.StartAsync(
            [new SampleAccount("zhengwu", "红花尔基镇政务", EncryptionMode.Plain)], new Dictionary<string, string?>());

        await ShouldBeRefusedAsync(bridge, "zhengwu", new Deviation { Mode = EncryptionMode.Safe }, HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(EncryptionMode.Plain)]
    [InlineData(EncryptionMode.Compatible)]
    [InlineData(EncryptionMode.Safe)]
    public async Task A_wrong_signature_is_refused_in_every_mode(EncryptionMode mode)
    {
        await using var bridge = await RunningBridge.StartAsync(
            [new SampleAccount("zhengwu", "红花尔基镇政务", mode)], new Dictionary<string, string?>());

        await ShouldBeRefusedAsync(bridge, "zhengwu", new Deviation { WrongSignature = true }, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_message_sealed_with_another_key_is_refused()
    {
        await using var bridge = await RunningBridge.StartAsync();

        await ShouldBeRefusedAsync(
            bridge, "zhengwu", new Deviation { EncodingAesKey = new string('Z', 42) + "A" }, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_message_sealed_for_another_app_is_refused()
    {
        await using var bridge = await RunningBridge.StartAsync();

        await ShouldBeRefusedAsync(bridge, "zhengwu", new Deviation { AppId = "wxsomebodyelse" }, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_message_for_the_other_account_is_refused_though_it_is_well_signed()
    {
        await using var bridge = await RunningBridge.StartAsync();

        await ShouldBeRefusedAsync(bridge, "zhengwu", new Deviation { ToUserName = "gh_samplerenda" }, HttpStatusCode.Forbidden);
    }

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_well_sealed_message_that_cannot_be_read_is_refused(string what, string clear)
    {
        await using var bridge = await RunningBridge.StartAsync();

        what.ShouldNotBeEmpty();
        await ShouldBeRefusedAsync(bridge, "zhengwu", new Deviation { ClearBody = clear }, HttpStatusCode.BadRequest);
    }

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_well_signed_clear_message_that_cannot_be_read_is_refused(string what, string clear)
    {
        await using var bridge = await RunningBridge.StartAsync(
            [new SampleAccount("zhengwu", "红花尔基镇政务", EncryptionMode.Plain)], new Dictionary<string, string?>());

        what.ShouldNotBeEmpty();
        await ShouldBeRefusedAsync(bridge, "zhengwu", new Deviation { RawBody = clear }, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("<xml><ToUserName>gh_samplezhengwu</ToUserName></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a 'b'>]><xml><Encrypt>&a;</Encrypt></xml>")]
    public async Task A_body_without_an_envelope_is_refused(string body)
    {
        await using var bridge = await RunningBridge.StartAsync();

        await ShouldBeRefusedAsync(bridge, "zhengwu", new Deviation { RawBody = body }, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("not Base64!")]
    [InlineData("")]
    public async Task Ciphertext_that_was_cut_short_is_refused(string encrypted)
    {
        await using var bridge = await RunningBridge.StartAsync();
        var body = $"<xml><ToUserName>gh_samplezhengwu</ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";

        var report = await bridge.Follower("zhengwu").ProbeAsync(
            "x", new Deviation { RawBody = body }, TestContext.Current.CancellationToken);

        report.Attempts.ShouldAllBe(attempt => attempt.StatusCode == 403 || attempt.StatusCode == 400);
        (await bridge.StoredDeliveriesAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(10 * 1024 * 1024, false)]
    [InlineData(10 * 1024 * 1024, true)]
    [InlineData((64 * 1024) + 1, true)]
    public async Task A_body_over_the_cap_is_refused_whatever_length_it_declares(int bytes, bool chunked)
    {
        await using var bridge = await RunningBridge.StartAsync();
        using var stranger = bridge.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/callback/zhengwu?signature=x&timestamp=1&nonce=2&encrypt_type=aes");
        request.Content = new StreamContent(new MemoryStream(new byte[bytes]));
        if (chunked)
        {
            request.Content.Headers.ContentLength = null;
            request.Headers.TransferEncodingChunked = true;
        }

        var response = await stranger.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await bridge.StoredDeliveriesAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_account_nobody_knows_is_not_found()
    {
        await using var bridge = await RunningBridge.StartAsync();
        using var stranger = bridge.Stranger();

        (await stranger.GetAsync("/callback/nobody?echostr=1", TestContext.Current.CancellationToken))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync("/callback/nobody", new StringContent("x"), TestContext.Current.CancellationToken))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_check_of_the_address_echoes_only_for_who_knows_the_token()
    {
        await using var bridge = await RunningBridge.StartAsync();
        using var stranger = bridge.Stranger();
        var signature = WeChat.Callbacks.CallbackSignature.Compute(SampleAccount.Both[0].CallbackToken, "1714036504", "1514711492");
        const string Echo = "&timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249";

        var known = await stranger.GetAsync($"/callback/zhengwu?signature={signature}{Echo}", TestContext.Current.CancellationToken);
        var forged = await stranger.GetAsync($"/callback/zhengwu?signature={new string('0', 40)}{Echo}", TestContext.Current.CancellationToken);
        var bare = await stranger.GetAsync("/callback/zhengwu?echostr=1", TestContext.Current.CancellationToken);

        (await known.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("4375120948345356249");
        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        bare.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task ShouldBeRefusedAsync(RunningBridge bridge, string account, Deviation deviation, HttpStatusCode status)
    {
        var report = await bridge.Follower(account).ProbeAsync("联系电话", deviation, TestContext.Current.CancellationToken);

        report.Attempts.ShouldNotBeEmpty();
        report.Attempts.ShouldAllBe(attempt => attempt.StatusCode == (int)status && attempt.ResponseBody.Length == 0);
        (await bridge.StoredDeliveriesAsync()).ShouldBe(0);
    }
}

using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using WeChatBridge.Tests.Worlds;
using WeChatBridge.WeChat.Callbacks;
using EncryptionMode = WeChatBridge.Simulator.EncryptionMode;

namespace WeChatBridge.Tests.Callbacks;

/// <summary>The follower hears something true in time, whatever the store does; nothing is promised that was not kept.</summary>
public sealed class SlowOrBrokenStoreTests
{
    private static readonly SampleAccount Account = new("zhengwu", "红花尔基镇政务", EncryptionMode.Plain);

    [Fact]
    public async Task A_store_that_is_away_is_told_and_the_next_message_after_its_return_is_answered()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");

        await ExecuteAsync(bridge, "ALTER TABLE InboundDeliveries RENAME TO Elsewhere");
        var during = await follower.SendTextAsync("联系电话", TestContext.Current.CancellationToken);
        await ExecuteAsync(bridge, "ALTER TABLE Elsewhere RENAME TO InboundDeliveries");
        var after = await follower.SendTextAsync("联系电话", TestContext.Current.CancellationToken);

        during.ShownText.ShouldContain("暂时无法处理");
        during.ShownText.ShouldNotContain("0470");
        after.ShownText.ShouldContain("0470-3129100");
        (await bridge.StoredDeliveriesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Who_leaves_while_the_store_is_away_is_forgotten_when_the_platform_tells_it_again()
    {
        await using var bridge = await RunningBridge.StartAsync();
        bridge.WeChat.Clock.StandStill();
        var follower = bridge.Follower("zhengwu");
        await follower.SendTextAsync("我的特别的问题", TestContext.Current.CancellationToken);

        await ExecuteAsync(bridge, "ALTER TABLE InboundDeliveries RENAME TO Elsewhere");
        var leaving = follower.UnfollowAsync(TestContext.Current.CancellationToken);
        await SeesAsync(bridge, "503 ");
        await ExecuteAsync(bridge, "ALTER TABLE Elsewhere RENAME TO InboundDeliveries");
        // The platform waits its five seconds; the product's own four must not pass while it answers the repeat.
        do
        {
            bridge.WeChat.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(leaving, Task.Delay(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken));
        }
        while (!leaving.IsCompleted);

        var report = await leaving;
        report.Attempts.Select(attempt => attempt.StatusCode).ShouldBe([503, 200]);
        (await bridge.StoreHoldsAsync("我的特别的问题")).ShouldBeFalse();
        (await bridge.StoreHoldsAsync(follower.OpenId)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_closes_the_WeChat_account_is_forgotten_though_the_platform_tells_it_in_its_own_name()
    {
        await using var bridge = await RunningBridge.StartAsync([Account], new Dictionary<string, string?>());
        var follower = bridge.Follower("zhengwu");
        await follower.SendTextAsync("我的特别的问题", TestContext.Current.CancellationToken);

        await PostAsync(bridge, $"""
            <xml><ToUserName><![CDATA[gh_samplezhengwu]]></ToUserName><FromUserName><![CDATA[oPlatformSample]]></FromUserName>
            <CreateTime>1763800000</CreateTime><MsgType><![CDATA[event]]></MsgType>
            <Event><![CDATA[user_authorization_cancellation]]></Event>
            <OpenID><![CDATA[{follower.OpenId}]]></OpenID><AppID><![CDATA[wxsamplezhengwu]]></AppID></xml>
            """);

        (await bridge.StoreHoldsAsync("我的特别的问题")).ShouldBeFalse();
        (await bridge.StoreHoldsAsync(follower.OpenId)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_that_is_not_stored_in_four_seconds_gives_way_to_the_holding_text_and_a_repeat_gets_it()
    {
        await using var bridge = await RunningBridge.StartAsync([Account], new Dictionary<string, string?>());
        bridge.WeChat.Clock.StandStill();
        var message = SampleMessage.Text("zhengwu", "7400000000000000001", "联系电话");

        string held;
        await using (await HoldTheWriterAsync(bridge))
        {
            var waiting = PostAsync(bridge, message);
            while (!waiting.IsCompleted)
            {
                bridge.WeChat.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            held = await waiting;
        }

        var repeat = await PostAsync(bridge, message);

        held.ShouldContain("系统正忙");
        repeat.ShouldContain("0470-3129100");
        (await bridge.StoredDeliveriesAsync()).ShouldBe(1);
    }

    private static async Task<string> PostAsync(RunningBridge bridge, string clear)
    {
        using var stranger = bridge.Stranger();
        var signature = CallbackSignature.Compute(Account.CallbackToken, "1763800000", "42");
        using var content = new StringContent(clear);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml");
        var response = await stranger.PostAsync(
            $"/callback/zhengwu?signature={signature}&timestamp=1763800000&nonce=42", content, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the platform has seen an outcome that begins so.</summary>
    private static async Task SeesAsync(RunningBridge bridge, string outcome)
    {
        for (var looks = 0; !bridge.WeChat.Ledger.Entries.Any(entry => entry.Outcome.StartsWith(outcome)); looks++)
        {
            looks.ShouldBeLessThan(3000);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static async Task ExecuteAsync(RunningBridge bridge, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={bridge.StoreFile}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Another program holds SQLite's one writer's place until disposed.</summary>
    private static async Task<IAsyncDisposable> HoldTheWriterAsync(RunningBridge bridge)
    {
        var connection = new SqliteConnection($"Data Source={bridge.StoreFile};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}

using Microsoft.Data.Sqlite;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Answers.Conversations;

/// <summary>Who tells of a danger hears at once whom to call, whatever else is going on or broken.</summary>
public sealed class DangerFirstTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("着火了", "119")]
    [InlineData("有人抢劫", "110")]
    [InlineData("有人晕倒了", "120")]
    public async Task The_number_to_call_comes_first_and_nothing_is_to_be_chosen(string words, string number)
    {
        await using var bridge = await RunningBridge.StartAsync();

        var reply = await bridge.Follower("zhengwu").SendTextAsync(words, Cancellation);

        reply.ShownText.ShouldContain(number);
        reply.ShownText.Length.ShouldBeLessThanOrEqualTo(60);
        reply.ShownText.ShouldNotContain("1. ");
        reply.ShownText.ShouldNotContain("出处");
    }

    [Fact]
    public async Task A_danger_told_by_voice_is_heard_too()
    {
        await using var bridge = await RunningBridge.StartAsync();

        var reply = await bridge.Follower("renda").SendVoiceAsync("草原起火了快来人", Cancellation);

        reply.ShownText.ShouldContain("119");
    }

    [Fact]
    public async Task A_danger_is_answered_while_a_choice_is_open()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");
        await follower.SendTextAsync("目录", Cancellation);

        (await follower.SendTextAsync("着火了", Cancellation)).ShownText.ShouldContain("119");
    }

    [Fact]
    public async Task A_danger_is_answered_while_the_store_is_away()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");
        await RenameAsync(bridge, "InboundDeliveries", "Elsewhere");

        var unstored = await follower.SendTextAsync("着火了", Cancellation);
        await RenameAsync(bridge, "Conversations", "Nowhere");
        var unread = await follower.SendTextAsync("有人晕倒了", Cancellation);
        var ordinary = await follower.SendTextAsync("联系电话", Cancellation);

        unstored.ShownText.ShouldContain("119");
        unread.ShownText.ShouldContain("120");
        ordinary.ShownText.ShouldContain("暂时无法处理");
    }

    [Fact]
    public async Task A_danger_is_answered_while_the_database_server_is_away()
    {
        // A server of its own, that goes away while the product runs: what EF Core makes of a lost connection is another exception.
        var server = new PostgresServer();
        var database = await server.NewDatabaseAsync(Cancellation);
        await using var bridge = await RunningBridge.StartAsync(
            SampleAccount.Both,
            new Dictionary<string, string?> { ["Storage:Provider"] = "Postgres", ["Storage:ConnectionString"] = database.ConnectionString });
        var follower = bridge.Follower("zhengwu");
        var before = await follower.SendTextAsync("着火了", Cancellation);
        await server.DisposeAsync();

        var danger = await follower.SendTextAsync("有人晕倒了", Cancellation);
        var again = await follower.SendTextAsync("孩子掉河里了", Cancellation);
        var ordinary = await follower.SendTextAsync("联系电话", Cancellation);

        before.ShownText.ShouldContain("119");
        danger.ShownText.ShouldContain("120");
        again.ShownText.ShouldContain("119");
        ordinary.ShownText.ShouldContain("暂时无法处理");
    }

    [Fact]
    public async Task What_only_looks_like_a_danger_is_a_question_like_any_other()
    {
        await using var bridge = await RunningBridge.StartAsync();

        var reply = await bridge.Follower("zhengwu").SendTextAsync("火车时刻表", Cancellation);

        reply.ShownText.ShouldNotContain("119");
    }

    private static async Task RenameAsync(RunningBridge bridge, string table, string to)
    {
        await using var connection = new SqliteConnection($"Data Source={bridge.StoreFile}");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"ALTER TABLE \"{table}\" RENAME TO \"{to}\"";
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}

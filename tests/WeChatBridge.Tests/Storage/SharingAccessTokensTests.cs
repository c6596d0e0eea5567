using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Worlds;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.Tests.Storage;

public abstract class SharingAccessTokensTests(StoreSource source) : StoreTests(source)
{
    private static readonly SampleAccount Town = SampleAccount.Both[0];

    private AccessToken Issued => new(new string('t', 512), Clock.GetUtcNow().AddHours(2));

    [Fact]
    public async Task What_one_instance_writes_another_reads()
    {
        await (await InstanceAsync()).WriteAsync(Town.AppId, Issued, Cancellation);

        var read = await (await InstanceAsync()).ReadAsync(Town.AppId, Cancellation);

        read.ShouldNotBeNull().Value.ShouldBe(Issued.Value);
        read.ExpiresAt.ShouldBe(Issued.ExpiresAt, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task The_last_writer_wins_and_one_row_stays()
    {
        var tokens = await InstanceAsync();
        await tokens.WriteAsync(Town.AppId, Issued, Cancellation);
        await tokens.WriteAsync(Town.AppId, Issued with { Value = "newer" }, Cancellation);

        (await tokens.ReadAsync(Town.AppId, Cancellation)).ShouldNotBeNull().Value.ShouldBe("newer");
        (await CountAsync<SharedAccessToken>()).ShouldBe(1);
    }

    [Fact]
    public async Task Instances_that_write_the_first_one_at_once_do_not_fail()
    {
        var instances = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => InstanceAsync()));

        await Task.WhenAll(instances.Select(tokens => Task.Run(
            async () => await tokens.WriteAsync(Town.AppId, Issued, Cancellation), Cancellation)));

        (await CountAsync<SharedAccessToken>()).ShouldBe(1);
    }

    [Fact]
    public async Task An_account_that_has_none_reads_none()
    {
        await (await InstanceAsync()).WriteAsync(Town.AppId, Issued, Cancellation);

        (await (await InstanceAsync()).ReadAsync(SampleAccount.Both[1].AppId, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task The_store_alone_gives_nobody_the_token_and_a_reset_secret_makes_it_unreadable()
    {
        await (await InstanceAsync()).WriteAsync(Town.AppId, Issued with { Value = "readable-token" }, Cancellation);

        await using var context = Contexts.CreateDbContext();
        var row = await context.Set<SharedAccessToken>().SingleAsync(Cancellation);
        Encoding.UTF8.GetString(row.Sealed).ShouldNotContain("readable");
        (await (await InstanceAsync("AnotherSecret")).ReadAsync(Town.AppId, Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(27)]
    [InlineData(200)]
    public async Task Damaged_bytes_read_as_none(int bytes)
    {
        await using (var context = Contexts.CreateDbContext())
        {
            context.Add(SharedAccessToken.Of(Town.AppId, new byte[bytes], Clock.GetUtcNow().AddHours(2)));
            await context.SaveChangesAsync(Cancellation);
        }

        (await (await InstanceAsync()).ReadAsync(Town.AppId, Cancellation)).ShouldBeNull();
    }

    private async Task<StoredAccessTokens> InstanceAsync(string? appSecret = null)
    {
        var settings = SampleAccount.Both.SelectMany(account => account.Configuration()).ToDictionary();
        settings["Accounts:zhengwu:AppSecret"] = appSecret ?? Town.AppSecret;
        var book = AccountBook.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var contexts = NewInstance().GetRequiredService<IDbContextFactory<BridgeContext>>();
        var accounts = new AccountFinder(contexts, book);
        await accounts.LoadAsync(Cancellation);
        return new StoredAccessTokens(contexts, accounts);
    }

    public sealed class OnSqlite() : SharingAccessTokensTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : SharingAccessTokensTests(server);
}

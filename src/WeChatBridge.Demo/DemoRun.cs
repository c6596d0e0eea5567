using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WeChatBridge.Operations;
using WeChatBridge.Simulator;

namespace WeChatBridge.Demo;

/// <summary>Product and simulator in one process, on loopback, wired to each other, until it is told to stop.</summary>
internal static class DemoRun
{
    private const int BridgePort = 5080;
    private const int SimulatorPort = 5090;

    public static async Task<int> RunAsync(DemoSettings settings, CancellationToken cancellationToken)
    {
        var bridgeAddress = AddressNear(BridgePort);
        var simulatorAddress = AddressNear(SimulatorPort);
        DemoAccount[] accounts =
        [
            new("zhengwu", "红花尔基镇政务", settings.Modes.Zhengwu),
            new("renda", "红花尔基镇人大", settings.Modes.Renda),
        ];

        await using var bridge = BridgeHost.Build([], builder => Configure(builder, bridgeAddress, simulatorAddress, settings, accounts));
        await bridge.Services.GetRequiredService<BridgeStart>().PrepareAsync(cancellationToken);
        var article = await new DemoArticle(bridge.Services).GoesAllTheWayAsync(new SeedsOptions(), cancellationToken);
        await using var simulator = SimulatorHost.Build(
            [],
            new SimulatorOptions { Accounts = [.. accounts.Select(account => account.Simulated(bridgeAddress))] },
            builder =>
            {
                builder.WebHost.UseUrls(simulatorAddress.ToString());
                builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
            });

        await bridge.StartAsync(cancellationToken);
        await simulator.StartAsync(cancellationToken);
        Announce(settings, bridgeAddress, simulatorAddress, accounts);
        Announce(article, settings);

        // Ctrl-C reaches both hosts; whichever hears it first takes the other along.
        await Task.WhenAny(bridge.WaitForShutdownAsync(cancellationToken), simulator.WaitForShutdownAsync(cancellationToken));
        await simulator.StopAsync(CancellationToken.None);
        await bridge.StopAsync(CancellationToken.None);
        Console.WriteLine("已停止。");
        return 0;
    }

    private static void Configure(
        WebApplicationBuilder builder, Uri address, Uri platform, DemoSettings settings, IReadOnlyList<DemoAccount> accounts)
    {
        // The demo stands alone: a real installation's settings in the same folder must not leak into it, nor its data be touched.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = address.ToString(),
            ["WeChat:ApiBaseUrl"] = platform.ToString(),
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(settings.DataFolder, "wechatbridge.db")}",
        });
        builder.Configuration.AddInMemoryCollection(accounts.SelectMany(account => account.Configuration()));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
    }

    private static void Announce(DemoSettings settings, Uri bridge, Uri simulator, IReadOnlyList<DemoAccount> accounts)
    {
        Console.WriteLine();
        Console.WriteLine($"  微信模拟器（扮演群众）  {simulator}");
        Console.WriteLine($"  工作台（扮演工作人员）  {new Uri(bridge, "/console")}");
        foreach (var account in accounts)
        {
            Console.WriteLine($"  回调地址 {account.Name}  {new Uri(bridge, $"/callback/{account.Key}")}  {ModeName(account)}");
        }

        Console.WriteLine($"  数据                    {settings.DataFolder}");
        Console.WriteLine();
        Console.WriteLine("  密钥是刚刚随机生成的，只在这次运行中有效。按 Ctrl-C 停止，数据会保留。");
        Console.WriteLine();
    }

    private static void Announce(DemoOutcome? article, DemoSettings settings)
    {
        if (article is null)
        {
            return;
        }

        Console.WriteLine($"  《{article.Title}》已由经办人、复审人、签发人三人办完审核，约半分钟后发布，到模拟器“公众号主页”里看。");
        Console.WriteLine($"  三人的登录名 bianji、fuhe、qianfa，密码 {article.Password}（只显示这一次）。另开一个终端，可以用命令办同样的事：");
        Console.WriteLine($"    export Storage__ConnectionString=\"Data Source={Path.Combine(settings.DataFolder, "wechatbridge.db")}\"");
        Console.WriteLine($"    dotnet run --project src/WeChatBridge -- case-file {article.PublicationId} --out 案卷.zip");
        Console.WriteLine();
    }

    private static string ModeName(DemoAccount account) => account.Mode switch
    {
        WeChat.Callbacks.EncryptionMode.Plain => "明文模式",
        WeChat.Callbacks.EncryptionMode.Compatible => "兼容模式",
        _ => "安全模式",
    };

    /// <summary>The usual port, or any free one where something else listens there.</summary>
    private static Uri AddressNear(int port)
    {
        foreach (var candidate in new[] { port, 0 })
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, candidate);
                listener.Start();
                return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
            }
            catch (SocketException) when (candidate != 0)
            {
                // Taken: the next candidate is any free port.
            }
        }

        throw new InvalidOperationException("No port is free on loopback.");
    }
}

/// <summary>What the person who starts the demo may choose.</summary>
internal sealed record DemoSettings(DemoModes Modes, string DataFolder);

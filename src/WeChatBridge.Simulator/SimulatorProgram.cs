namespace WeChatBridge.Simulator;

/// <summary>Entry point of the stand-alone simulator; named, so that it never collides with the product's.</summary>
public static class SimulatorProgram
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            await RunAsync(args);
            return 0;
        }
        // A wrong setting, or a port that is taken: the sentence is enough.
        catch (Exception wrong) when (wrong is InvalidOperationException or IOException)
        {
            await Console.Error.WriteLineAsync($"模拟器没有启动：{wrong.Message}");
            return 1;
        }
    }

    private static async Task RunAsync(string[] args)
    {
        await using var app = SimulatorHost.Build(args, configure: builder =>
            builder.Logging
                .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
                .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None));
        await app.StartAsync();
        Greet(app);
        await app.WaitForShutdownAsync();
    }

    private static void Greet(WebApplication app)
    {
        Console.WriteLine($"微信平台模拟器已启动，页面：{app.Urls.First()}  （按 Ctrl-C 停止）");
        foreach (var account in app.Services.GetRequiredService<SimulatedPlatform>().Accounts.Select(account => account.Settings))
        {
            Console.WriteLine($"""

                「{account.Name}」（{account.Key}，{Chinese(account.Mode)}）
                  消息发往        {account.CallbackUrl}
                  原始 ID         {account.OriginalId}
                  AppID           {account.AppId}
                  AppSecret       {account.AppSecret}
                  令牌 Token      {account.CallbackToken}
                  EncodingAESKey  {account.EncodingAesKey}
                """);
        }
    }

    private static string Chinese(EncryptionMode mode) => mode switch
    {
        EncryptionMode.Plain => "明文模式",
        EncryptionMode.Compatible => "兼容模式",
        _ => "安全模式",
    };
}

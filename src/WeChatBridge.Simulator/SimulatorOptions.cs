namespace WeChatBridge.Simulator;

/// <summary>
/// What a host that embeds the simulator decides. Run alone, the simulator reads appsettings.json of the folder it is started in,
/// environment variables and the command line instead:
/// <list type="table">
/// <item><term>Simulator:Url, or --urls</term><description>where it listens; default http://127.0.0.1:5300</description></item>
/// <item>
/// <term>Simulator:CallbackBaseUrl</term>
/// <description>where the accounts' server is; default http://127.0.0.1:5080, to which /callback/{key} is added</description>
/// </item>
/// <item>
/// <term>Simulator:Accounts:{key}:</term>
/// <description>
/// Name, OriginalId, AppId, AppSecret, CallbackToken, EncodingAesKey, Mode (Plain, Compatible, Safe), Kind (Subscription, Service),
/// Verified, CallbackUrl, as in <see cref="SimulatedAccount"/>; what is not given is made afresh at every start
/// </description>
/// </item>
/// </list>
/// Without any account two samples are played, "zhengwu" and "renda".
/// </summary>
/// <example>
/// dotnet run --project src/WeChatBridge.Simulator -- --urls http://127.0.0.1:5301 --Simulator:Accounts:zhengwu:Mode Plain
/// </example>
public sealed record SimulatorOptions
{
    /// <summary>The accounts to play; empty: those of the configuration.</summary>
    public IReadOnlyList<SimulatedAccount> Accounts { get; init; } = [];

    /// <summary>Makes the handler callbacks are posted through, for example a test server's; the default opens connections.</summary>
    public Func<HttpMessageHandler>? CallbackHandler { get; init; }
}

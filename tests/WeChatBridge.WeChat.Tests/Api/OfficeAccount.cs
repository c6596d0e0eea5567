using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.WeChat.Tests.Api;

/// <summary>One account's client, its clock, and the platform it talks to.</summary>
internal sealed class OfficeAccount : IDisposable
{
    public const string AppId = "wx0000000000sample";
    public const string AppSecret = "sample-secret-0123456789abcdef";

    /// <summary>Longer than any pause between attempts, shorter than any time limit.</summary>
    public static readonly TimeSpan OnePause = TimeSpan.FromSeconds(6);

    private readonly HttpClient _http;
    private readonly AccessTokenKeeper _keeper;

    public OfficeAccount(IAccessTokenStore? store = null, WeChatApiOptions? options = null, ManualClock? clock = null)
    {
        Clock = clock ?? new ManualClock();
        Options = options ?? new WeChatApiOptions { AppId = AppId };
        _http = new HttpClient(new AccessTokenHandler { InnerHandler = Platform }) { Timeout = Timeout.InfiniteTimeSpan };
        _keeper = new AccessTokenKeeper(Options, () => Secret, _http, store ?? new InMemoryAccessTokenStore(), Clock);
        Api = new WeChatApi(Options, _http, _keeper, Clock);
    }

    public ManualClock Clock { get; }

    public PlatformDouble Platform { get; } = new();

    public WeChatApiOptions Options { get; }

    public WeChatApi Api { get; }

    public AccessTokenKeeper Keeper => _keeper;

    /// <summary>What the settings hold now.</summary>
    public string Secret { get; set; } = AppSecret;

    /// <summary>Runs a call to its end, letting each pause between attempts pass.</summary>
    public async Task<T> PatientlyAsync<T>(Task<T> call)
    {
        while (await Task.WhenAny(call, Clock.SomethingWaitsAsync(OnePause)) != call)
        {
            Clock.Passes(OnePause);
        }

        return await call;
    }

    /// <summary>The platform keeps the next token back until the test lets it go.</summary>
    public TaskCompletionSource HoldsTheNextToken(string value)
    {
        var mayAnswer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Platform.Does(PlatformDouble.TokenPath, async (_, cancellationToken) =>
        {
            await mayAnswer.Task.WaitAsync(cancellationToken);
            return new HttpResponseMessage { Content = new StringContent($$"""{"access_token":"{{value}}","expires_in":7200}""") };
        });
        return mayAnswer;
    }

    /// <summary>The platform gives this in place of the next token, and no token after it.</summary>
    public void RefusesTokens(string answer)
    {
        Platform.GivesTokens = false;
        Platform.Answers(PlatformDouble.TokenPath, answer);
    }

    public void Dispose()
    {
        _keeper.Dispose();
        _http.Dispose();
        Platform.Dispose();
    }
}

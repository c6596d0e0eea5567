namespace WeChatBridge.CrashTests;

/// <summary>Passes the kill point before a call leaves, and again when its answer has arrived whole.</summary>
internal sealed class WatchedCalls(KillPoint kill) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await kill.PassAsync(KillMoment.BeforeCall);
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        await kill.PassAsync(KillMoment.AfterCall);
        return response;
    }
}

using System.Net;
using System.Net.Sockets;

namespace WeChatBridge.Tests.Worlds;

/// <summary>The web as a test needs it: every site answers, but for those it knows to be dead; or it cannot be reached at all.</summary>
internal sealed class StandingWeb : HttpMessageHandler
{
    public HashSet<string> Dead { get; } = [];

    /// <summary>The line to the office is cut.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>What happens in the office while a site takes its time.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Meanwhile();
        return IsCutOff
            ? throw new HttpRequestException("no name server", new SocketException((int)SocketError.TryAgain))
            : new HttpResponseMessage(Dead.Contains(request.RequestUri!.AbsoluteUri) ? HttpStatusCode.NotFound : HttpStatusCode.OK);
    }
}

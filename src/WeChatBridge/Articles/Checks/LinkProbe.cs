using System.Net.Sockets;
using WeChatBridge.Articles.Body;
using WeChatBridge.Outgoing;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Checks;

/// <summary>
/// Looks whether addresses answer, as a reader who taps them would find; follows redirections itself and reads no more than the head.
/// </summary>
/// <param name="connections">How connections are made; in the product <see cref="PublicSockets"/>, which reach no private address.</param>
/// <param name="clock">Counts the time an answer may take.</param>
internal sealed class LinkProbe(HttpMessageHandler connections, TimeProvider clock) : IDisposable
{
    private const int MostRedirections = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(connections) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A finding for each link that does not answer, and for each that could not be tried because we are cut off.</summary>
    public async Task<IReadOnlyList<CheckFinding>> CheckAsync(ArticleContent content, CancellationToken cancellationToken)
    {
        var findings = new List<CheckFinding>();
        foreach (var links in LinkPolicy.LinksIn(content).GroupBy(link => link.Address))
        {
            if (await LookAsync(links.Key, cancellationToken) is { } trouble)
            {
                findings.AddRange(links.Select(link => new CheckFinding(
                    trouble.Rule, CheckWeight.NeedsReason, link.Place, trouble.Advice)));
            }
        }

        return findings;
    }

    public void Dispose() => _http.Dispose();

    private async Task<LinkTrouble?> LookAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            return await ComplaintAsync(address, cancellationToken) is { } complaint
                ? new LinkTrouble(CheckRule.DeadLink, ArticleTexts.AdviceDeadLink.With(address, complaint))
                : null;
        }
        catch (HttpRequestException exception) when (IsOurs(exception))
        {
            return new LinkTrouble(CheckRule.UncheckedLink, ArticleTexts.AdviceUncheckedLink.With(address));
        }
    }

    private async Task<string?> ComplaintAsync(string address, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await FollowAsync(new Uri(address), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ArticleTexts.LinkSilent.With(Patience.TotalSeconds);
        }
        catch (HttpRequestException exception) when (!IsOurs(exception))
        {
            return ArticleTexts.LinkUnreachable;
        }
    }

    // No name server answered, or there is no way out: that says nothing about the site.
    private static bool IsOurs(HttpRequestException exception) => exception.InnerException is SocketException
    {
        SocketErrorCode: SocketError.TryAgain or SocketError.NetworkUnreachable or SocketError.NetworkDown,
    };

    private async Task<string?> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var i = 0; i <= MostRedirections; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var status = (int)response.StatusCode;
            if (status is < 300 or >= 400 || response.Headers.Location is not { } location)
            {
                // Some sites turn away whoever is no browser; they are there all the same.
                return status is < 400 or 401 or 403 or 405 or 429 ? null : ArticleTexts.LinkStatus.With(status);
            }

            if (WebAddress.Of(new Uri(address, location).ToString()) is not { } next)
            {
                return ArticleTexts.LinkUnreachable;
            }

            address = new Uri(next);
        }

        return ArticleTexts.LinkCircles;
    }

    private sealed record LinkTrouble(CheckRule Rule, string Advice);
}

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

    /// <summary>A finding for each link that does not answer.</summary>
    public async Task<IReadOnlyList<CheckFinding>> CheckAsync(ArticleContent content, CancellationToken cancellationToken)
    {
        var findings = new List<CheckFinding>();
        foreach (var links in LinkPolicy.LinksIn(content).GroupBy(link => link.Address))
        {
            if (await ComplaintAsync(links.Key, cancellationToken) is { } complaint)
            {
                findings.AddRange(links.Select(link => new CheckFinding(
                    CheckRule.DeadLink, CheckWeight.NeedsReason, link.Place, ArticleTexts.AdviceDeadLink.With(link.Address, complaint))));
            }
        }

        return findings;
    }

    public void Dispose() => _http.Dispose();

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
        catch (HttpRequestException)
        {
            return ArticleTexts.LinkUnreachable;
        }
    }

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
}

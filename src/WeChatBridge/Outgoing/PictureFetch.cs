using WeChatBridge.Texts;

namespace WeChatBridge.Outgoing;

/// <summary>
/// Fetches a picture of another site, which the platform would leave out: within bounds of size and time, and never from a private address.
/// </summary>
/// <param name="connections">How connections are made; in the product <see cref="PublicSockets"/>.</param>
/// <param name="clock">Counts the time it may take.</param>
internal sealed class PictureFetch(HttpMessageHandler connections, TimeProvider clock) : IDisposable
{
    private const int Largest = 10 * 1024 * 1024;
    private const int MostRedirections = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http = new(connections) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The bytes; else a Chinese sentence that says why there are none.</summary>
    public async Task<Outcome<byte[]>> FetchAsync(string address, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await FollowAsync(address, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Outcome<byte[]>.Refused(SendingTexts.PictureSilent.With(Patience.TotalSeconds));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Outcome<byte[]>.Refused(SendingTexts.PictureNotFetched);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Outcome<byte[]>> FollowAsync(string address, CancellationToken cancellationToken)
    {
        for (var i = 0; i <= MostRedirections; i++)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
            {
                break;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                address = new Uri(uri, location).AbsoluteUri;
                continue;
            }

            return response.IsSuccessStatusCode
                ? await ReadAsync(response.Content, cancellationToken)
                : Outcome<byte[]>.Refused(SendingTexts.PictureStatus.With((int)response.StatusCode));
        }

        return Outcome<byte[]>.Refused(SendingTexts.PictureNotFetched);
    }

    private static async Task<Outcome<byte[]>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            kept.Write(buffer, 0, count);
            if (kept.Length > Largest)
            {
                return Outcome<byte[]>.Refused(SendingTexts.PictureTooLarge.With(kept.Length / 1024, Largest / 1024));
            }
        }

        return kept.ToArray();
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace WeChatBridge.WeChat.Tests.Api;

/// <summary>Stands where the network would be. It answers what a test has registered, once each, and throws on everything else.</summary>
internal sealed class PlatformDouble : HttpMessageHandler
{
    public const string TokenPath = "/cgi-bin/stable_token";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<Answering>> _answers = [];
    private readonly List<SeenRequest> _seen = [];
    private int _tokens;

    internal delegate Task<HttpResponseMessage> Answering(SeenRequest request, CancellationToken cancellationToken);

    /// <summary>Hands out TOKEN-1, TOKEN-2 and so on, for two hours each. Turn off to register token answers one by one.</summary>
    public bool GivesTokens { get; set; } = true;

    public IReadOnlyList<SeenRequest> Seen
    {
        get
        {
            lock (_lock)
            {
                return [.. _seen];
            }
        }
    }

    /// <summary>What was asked, but for tokens.</summary>
    public IReadOnlyList<SeenRequest> Calls => [.. Seen.Where(request => request.Path != TokenPath)];

    public int TokenRequests => Seen.Count(request => request.Path == TokenPath);

    public void Answers(string path, string body, HttpStatusCode status = HttpStatusCode.OK, string contentType = "text/plain")
        => Answers(path, Encoding.UTF8.GetBytes(body), status, contentType);

    public void Answers(string path, byte[] body, HttpStatusCode status = HttpStatusCode.OK, string contentType = "text/plain")
        => Does(path, (_, _) => Task.FromResult(new HttpResponseMessage(status)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } },
        }));

    public void Fails(string path, Exception failure) => Does(path, (_, _) => Task.FromException<HttpResponseMessage>(failure));

    /// <summary>Drops the answers not yet given.</summary>
    public void Forgets(string path)
    {
        lock (_lock)
        {
            _answers.Remove(path);
        }
    }

    public void Does(string path, Answering answering)
    {
        lock (_lock)
        {
            if (!_answers.TryGetValue(path, out var queue))
            {
                _answers[path] = queue = new Queue<Answering>();
            }

            queue.Enqueue(answering);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var seen = await SeenRequest.OfAsync(request, cancellationToken);
        return await Next(seen)(seen, cancellationToken);
    }

    private Answering Next(SeenRequest request)
    {
        lock (_lock)
        {
            _seen.Add(request);
            if (_answers.TryGetValue(request.Path, out var queue) && queue.TryDequeue(out var answering))
            {
                return answering;
            }

            if (request.Path == TokenPath && GivesTokens)
            {
                var token = $$"""{"access_token":"TOKEN-{{++_tokens}}","expires_in":7200}""";
                return (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(token) });
            }

            throw new UnregisteredCallException($"Nobody registered an answer for {request.Method} {request.Path}.");
        }
    }
}

internal sealed class UnregisteredCallException(string message) : Exception(message);

/// <summary>A request as the platform would see it.</summary>
internal sealed record SeenRequest(string Method, string Path, string Query, string? Token, string? ContentType, long? Length, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public static async Task<SeenRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var query = request.RequestUri!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var token = query.SingleOrDefault(part => part.StartsWith("access_token="));
        return new SeenRequest(
            request.Method.Method,
            request.RequestUri.AbsolutePath,
            string.Join('&', query.Where(part => part != token)),
            token?["access_token=".Length..],
            request.Content?.Headers.ContentType?.ToString(),
            request.Content?.Headers.ContentLength,
            request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}

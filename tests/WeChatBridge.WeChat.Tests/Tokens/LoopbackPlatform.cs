using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WeChatBridge.WeChat.Tests.Tokens;

/// <summary>A platform behind a real socket, so that the framework's own tracing of real requests can be searched.</summary>
/// <remarks>Gives one token, drops the connection of draft/delete, refuses everything else with the request line in the errmsg.</remarks>
internal sealed class LoopbackPlatform : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly string _token;

    public LoopbackPlatform(string token)
    {
        _token = token;
        _listener.Start();
        Running = RunAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public Task Running { get; }

    /// <summary>Request lines as they arrived, token and all: proof that the token did travel.</summary>
    public List<string> Lines { get; } = [];

    public void Dispose()
    {
        _closing.Cancel();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (!_closing.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // Closed by the test.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var buffer = new byte[16 * 1024];
        var received = new StringBuilder();
        int count;
        while (!IsComplete(received.ToString()) && (count = await stream.ReadAsync(buffer, _closing.Token)) > 0)
        {
            received.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        var request = received.ToString();
        var line = request.Split("\r\n")[0];
        Lines.Add(line);
        if (line.Contains("draft/delete"))
        {
            return;
        }

        var body = line.Contains("stable_token")
            ? $$"""{"access_token":"{{_token}}","expires_in":7200}"""
            : $$"""{"errcode":40035,"errmsg":"you sent {{line}} rid: 1-2"}""";
        var answer = $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _closing.Token);
    }

    private static bool IsComplete(string request)
    {
        var head = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var announced = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:"));
        return head >= 0 && Encoding.UTF8.GetByteCount(request[(head + 4)..]) >= int.Parse(announced?.Split(':')[1] ?? "0");
    }
}

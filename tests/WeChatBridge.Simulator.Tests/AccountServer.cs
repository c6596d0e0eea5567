using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace WeChatBridge.Simulator.Tests;

/// <summary>The smallest possible server of an account: it keeps what it gets and answers as it is told.</summary>
internal sealed class AccountServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SemaphoreSlim _arrivals = new(0);

    private AccountServer(WebApplication app)
    {
        _app = app;
        app.MapPost("/callback/{account}", ReceiveAsync);
        app.MapGet("/callback/{account}", context => Echoes(context));
    }

    public ConcurrentQueue<ReceivedCallback> Received { get; } = new();

    /// <summary>What the server does with the n-th request (from 1): write an answer, or wait until it is given up.</summary>
    public Func<int, HttpContext, string, Task> Answers { get; set; } = (_, context, _) => context.Response.WriteAsync("success");

    /// <summary>What the server does with the check of its address; by default what the platform demands.</summary>
    public Func<HttpContext, Task> Echoes { get; set; } = context =>
        context.Response.WriteAsync(context.Request.Query["echostr"].ToString());

    public static async Task<AccountServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var server = new AccountServer(builder.Build());
        await server._app.StartAsync();
        return server;
    }

    public HttpMessageHandler Handler() => _app.GetTestServer().CreateHandler();

    public void AlwaysAnswers(string body) => Answers = (_, context, _) => context.Response.WriteAsync(body);

    /// <summary>Answers every message with the text the function makes of the message's fields, in the clear.</summary>
    public void Replies(Func<XElement, string> text) => Answers = (_, context, body) =>
        context.Response.WriteAsync(AccountReply.Text(XElement.Parse(body), text(XElement.Parse(body))));

    public static Task NeverAnswersAsync(HttpContext context) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);

    /// <summary>Waits for the next request to arrive, whatever becomes of it.</summary>
    public Task ArrivalAsync(CancellationToken cancellationToken) => _arrivals.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrivals.Dispose();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Received.Enqueue(new ReceivedCallback(context.Request.Path, context.Request.Query.ToDictionary(
            item => item.Key, item => item.Value.ToString()), body));
        _arrivals.Release();
        await Answers(Received.Count, context, body);
    }
}

internal sealed record ReceivedCallback(string Path, Dictionary<string, string> Query, string Body)
{
    public string this[string name] => Query.GetValueOrDefault(name, "");

    public XElement Xml => XElement.Parse(Body);
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WeChatBridge.Tests.Worlds;

/// <summary>Keeps every line that is logged, exceptions included.</summary>
internal sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Page(_lines, categoryName);

    public void Dispose()
    {
        // The lines outlive the host that wrote them.
    }

    private sealed class Page(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace WeChatBridge.WeChat.Tests.Tokens;

/// <summary>Hears everything the framework tells about HTTP requests: events of System.Net.* and activities of every source.</summary>
internal sealed class TellTales : EventListener
{
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ActivityListener _activities;

    public TellTales()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Hear([activity.DisplayName, .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")]),
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public IReadOnlyCollection<string> Heard => _heard;

    public void Hear(IEnumerable<string?> told) => _heard.Enqueue(string.Join(' ', told));

    public override void Dispose()
    {
        _activities.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        // Not "Private.InternalDiagnostics.System.Net.*": those trace raw bytes for the framework's own developers.
        if (eventSource.Name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.NameResolution")
        {
            EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
        => _heard?.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");
}

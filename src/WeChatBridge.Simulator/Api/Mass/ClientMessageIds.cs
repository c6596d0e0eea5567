using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Mass;

/// <summary>Recognises a mass message that is asked for a second time within a day (clientmsgid).</summary>
internal sealed class ClientMessageIds(TimeProvider clock)
{
    /// <summary>The documentation says 64; a GUID of 36 characters is refused in practice, one of 32 is not.</summary>
    public const int MostBytes = 32;

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, DateTimeOffset> _lastAsked = new(StringComparer.Ordinal);

    /// <summary>The message accepted under this id before; the code tells whether the repetition came too fast.</summary>
    public MassMessage? Find(string clientMessageId, IReadOnlyList<MassMessage> accepted, out ErrorCode code)
    {
        var now = clock.GetUtcNow();
        var earlier = accepted.LastOrDefault(
            message => clientMessageId.Length > 0 && message.ClientMessageId == clientMessageId && now - message.AcceptedAt < Remembered);
        var tooFast = earlier is not null && now - _lastAsked.GetValueOrDefault(clientMessageId, earlier.AcceptedAt) < Pause;
        code = tooFast ? ErrorCode.ClientMessageIdTooFast : ErrorCode.ClientMessageIdExists;
        if (earlier is not null)
        {
            _lastAsked[clientMessageId] = now;
        }

        return earlier;
    }
}

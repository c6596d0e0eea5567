using System.Buffers;

namespace WeChatBridge.Callbacks;

/// <summary>Reads a request's body, counting while reading: a declared length may be absent or untrue.</summary>
internal static class CallbackBody
{
    /// <summary>64 KiB, some twenty times the longest message the platform sends.</summary>
    public const int Largest = 64 * 1024;

    /// <summary>Null when there is more than <see cref="Largest"/> bytes; the rest is left unread.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Largest + 1);
        try
        {
            var length = await body.ReadAtLeastAsync(buffer.AsMemory(0, Largest + 1), Largest + 1, throwOnEndOfStream: false, cancellationToken);
            // Written out in full: a null byte[] would turn into an empty memory that looks like a body.
            return length > Largest ? default(ReadOnlyMemory<byte>?) : new ReadOnlyMemory<byte>(buffer.AsSpan(0, length).ToArray());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}

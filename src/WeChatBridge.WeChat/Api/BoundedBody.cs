using System.Buffers;

namespace WeChatBridge.WeChat.Api;

/// <summary>Reads a body up to a limit, so that no answer can fill the memory.</summary>
internal static class BoundedBody
{
    private const int ChunkBytes = 16 * 1024;

    /// <summary>The whole body; <see langword="null"/> when it is longer than <paramref name="most"/> bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var whole = new ArrayBufferWriter<byte>(ChunkBytes);
        while (await stream.ReadAsync(whole.GetMemory(ChunkBytes), cancellationToken) is > 0 and var count)
        {
            whole.Advance(count);
            if (whole.WrittenCount > most)
            {
                return null;
            }
        }

        return whole.WrittenMemory;
    }
}

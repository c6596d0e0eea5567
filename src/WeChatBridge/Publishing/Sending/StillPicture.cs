using System.Buffers.Binary;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// The first picture of a GIF, or a BMP, as pixels: the two formats staff paste that the platform refuses in bodies. Read here in managed
/// code, because the bytes may come from a stranger; what is not understood is refused, never guessed.
/// </summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Pixels">Red, green, blue, opacity; row by row from the top.</param>
internal sealed record StillPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>More would take hundreds of megabytes to hold.</summary>
    public const int MostPixels = 20_000_000;

    /// <summary>Null where the bytes are neither, or damaged.</summary>
    public static StillPicture? Read(byte[] bytes)
    {
        try
        {
            return bytes is [(byte)'B', (byte)'M', ..] ? ReadBitmap(bytes) : GifReader.Read(bytes);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    public static bool IsReasonable(int width, int height) => width > 0 && height > 0 && (long)width * height <= MostPixels;

    // https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapinfoheader: uncompressed, 24 or 32 bits or a palette of 8.
    private static StillPicture? ReadBitmap(ReadOnlySpan<byte> bytes)
    {
        var start = BinaryPrimitives.ReadInt32LittleEndian(bytes[10..]);
        var header = BinaryPrimitives.ReadInt32LittleEndian(bytes[14..]);
        var (width, signedHeight) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[18..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[22..]));
        var bits = BinaryPrimitives.ReadInt16LittleEndian(bytes[28..]);
        var height = Math.Abs(signedHeight);
        if (header < 40 || BinaryPrimitives.ReadInt32LittleEndian(bytes[30..]) != 0 || bits is not (8 or 24 or 32)
            || !IsReasonable(width, height))
        {
            return null;
        }

        var palette = bytes[(14 + header)..];
        var stride = ((width * bits) + 31) / 32 * 4;
        var pixels = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            var row = bytes.Slice(start + (stride * (signedHeight > 0 ? height - 1 - y : y)), stride);
            for (var x = 0; x < width; x++)
            {
                var colour = bits == 8 ? palette.Slice(row[x] * 4, 3) : row.Slice(x * bits / 8, 3);
                var target = pixels.AsSpan(((y * width) + x) * 4, 4);
                (target[0], target[1], target[2], target[3]) = (colour[2], colour[1], colour[0], byte.MaxValue);
            }
        }

        return new StillPicture(width, height, pixels);
    }
}

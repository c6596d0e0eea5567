using System.Buffers.Binary;

namespace WeChatBridge.Publishing.Sending;

/// <summary>Reads the first picture of a GIF (https://www.w3.org/Graphics/GIF/spec-gif89a.txt). Reading past the end throws.</summary>
internal static class GifReader
{
    private const byte Extension = 0x21;
    private const byte GraphicControl = 0xF9;
    private const byte Image = 0x2C;

    public static StillPicture? Read(ReadOnlySpan<byte> bytes)
    {
        var (width, height) = (Short(bytes, 6), Short(bytes, 8));
        var position = 13;
        var palette = Palette(bytes, bytes[10], ref position);
        int? transparent = null;
        while (bytes[position] == Extension)
        {
            if (bytes[position + 1] == GraphicControl && (bytes[position + 3] & 1) == 1)
            {
                transparent = bytes[position + 6];
            }

            position += 2;
            _ = Blocks(bytes, ref position);
        }

        if (bytes[position] != Image || !StillPicture.IsReasonable(width, height))
        {
            return null;
        }

        var frame = new Frame(Short(bytes, position + 1), Short(bytes, position + 3), Short(bytes, position + 5), Short(bytes, position + 7));
        var flags = bytes[position + 9];
        position += 10;
        palette = Palette(bytes, flags, ref position) is { Length: > 0 } own ? own : palette;
        var codeSize = bytes[position++];
        if (!StillPicture.IsReasonable(frame.Width, frame.Height) || codeSize is < 2 or > 8)
        {
            return null;
        }

        var indexes = Unpack(Blocks(bytes, ref position), codeSize, frame.Width * frame.Height);
        return new StillPicture(width, height, Paint((width, height), frame, indexes, palette, transparent, (flags & 0x40) != 0));
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static ReadOnlySpan<byte> Palette(ReadOnlySpan<byte> bytes, byte flags, ref int position)
    {
        if ((flags & 0x80) == 0)
        {
            return [];
        }

        var palette = bytes.Slice(position, 3 * (2 << (flags & 7)));
        position += palette.Length;
        return palette;
    }

    private static byte[] Blocks(ReadOnlySpan<byte> bytes, ref int position)
    {
        using var data = new MemoryStream();
        while (bytes[position] is var length and > 0)
        {
            data.Write(bytes.Slice(position + 1, length));
            position += length + 1;
        }

        position++;
        return data.ToArray();
    }

    // LZW as the specification's appendix F describes it; what is missing at the end stays colour 0.
    private static byte[] Unpack(byte[] data, int codeSize, int count)
    {
        var (clear, end) = (1 << codeSize, (1 << codeSize) + 1);
        var (prefix, suffix, length) = (new short[4096], new byte[4096], new int[4096]);
        for (var i = 0; i < clear; i++)
        {
            (suffix[i], length[i], prefix[i]) = ((byte)i, 1, -1);
        }

        var result = new byte[count];
        var (written, next, size, previous, bit) = (0, end + 1, codeSize + 1, -1, 0);
        while (written < count && bit + size <= data.Length * 8)
        {
            var code = Code(data, bit, size);
            bit += size;
            if (code == clear)
            {
                (next, size, previous) = (end + 1, codeSize + 1, -1);
                continue;
            }

            if (code == end || code > next || (code == next && previous < 0))
            {
                break;
            }

            if (previous >= 0 && next < 4096)
            {
                // A code that is just being defined begins like the one before it.
                (prefix[next], suffix[next], length[next]) =
                    ((short)previous, First(prefix, suffix, code == next ? previous : code), length[previous] + 1);
                next++;
                size += next == 1 << size && size < 12 ? 1 : 0;
            }

            for (var (at, one) = (written + length[code] - 1, code); one >= 0 && at >= written; one = prefix[one], at--)
            {
                if (at < count)
                {
                    result[at] = suffix[one];
                }
            }

            written += length[code];
            previous = code;
        }

        return result;
    }

    private static int Code(byte[] data, int bit, int size)
    {
        var code = 0;
        for (var i = 0; i < size; i++)
        {
            code |= ((data[(bit + i) >> 3] >> ((bit + i) & 7)) & 1) << i;
        }

        return code;
    }

    private static byte First(short[] prefix, byte[] suffix, int code)
    {
        while (prefix[code] >= 0)
        {
            code = prefix[code];
        }

        return suffix[code];
    }

    private static byte[] Paint(
        (int Width, int Height) screen, Frame frame, byte[] indexes, ReadOnlySpan<byte> palette, int? transparent, bool isInterlaced)
    {
        var pixels = new byte[screen.Width * screen.Height * 4];
        for (var y = 0; y < frame.Height; y++)
        {
            var row = frame.Top + (isInterlaced ? InterlacedRow(y, frame.Height) : y);
            for (var x = 0; x < frame.Width && row < screen.Height && frame.Left + x < screen.Width; x++)
            {
                var index = indexes[(y * frame.Width) + x];
                if (index != transparent)
                {
                    var target = pixels.AsSpan(((row * screen.Width) + frame.Left + x) * 4, 4);
                    palette.Slice(index * 3, 3).CopyTo(target);
                    target[3] = byte.MaxValue;
                }
            }
        }

        return pixels;
    }

    // Every eighth row, the fourths between, the others by two, by one.
    private static int InterlacedRow(int y, int height)
    {
        foreach (var (first, step) in ((int, int)[])[(0, 8), (4, 8), (2, 4), (1, 2)])
        {
            var rows = (height - first + step - 1) / step;
            if (y < rows)
            {
                return first + (y * step);
            }

            y -= Math.Max(rows, 0);
        }

        return height;
    }

    private sealed record Frame(int Left, int Top, int Width, int Height);
}

using System.IO.Compression;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>Small pictures of five colours, written and read by other code than the product's.</summary>
internal static class SamplePictures
{
    public static readonly (byte Red, byte Green, byte Blue)[] Colours =
        [(200, 16, 46), (0, 0, 0), (255, 255, 255), (30, 120, 200), (250, 200, 0)];

    public static int IndexAt(int x, int y) => ((x * 7) + (y * 13) + (x * y)) % Colours.Length;

    /// <summary>A GIF of a palette of eight; its codes grow as the format's compression does.</summary>
    public static byte[] Gif(int width, int height, Func<int, int, int> indexAt)
    {
        List<byte> gif =
        [
            .. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x82, 0, 0,
            .. Enumerable.Range(0, 8).SelectMany(i => i < Colours.Length ? (byte[])[Colours[i].Red, Colours[i].Green, Colours[i].Blue] : [0, 0, 0]),
            0x2C, 0, 0, 0, 0, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 3,
        ];
        var data = Packed([.. from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) select (byte)indexAt(x, y)], 3);
        foreach (var block in data.Chunk(255))
        {
            gif.Add((byte)block.Length);
            gif.AddRange(block);
        }

        return [.. gif, 0, 0x3B];
    }

    /// <summary>A BMP of 24 bits, bottom row first.</summary>
    public static byte[] Bitmap(int width, int height, Func<int, int, int> indexAt)
    {
        var stride = ((width * 3) + 3) / 4 * 4;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("BM"u8);
        writer.Write(54 + (stride * height));
        writer.Write(0);
        writer.Write(54);
        writer.Write(40);
        writer.Write(width);
        writer.Write(height);
        writer.Write((short)1);
        writer.Write((short)24);
        writer.Write(new byte[24]);
        for (var y = height - 1; y >= 0; y--)
        {
            for (var x = 0; x < width; x++)
            {
                var (red, green, blue) = Colours[indexAt(x, y)];
                writer.Write([blue, green, red]);
            }

            writer.Write(new byte[stride - (width * 3)]);
        }

        return bytes.ToArray();
    }

    /// <summary>The pixels of an unfiltered RGBA PNG.</summary>
    public static byte[] PixelsOf(byte[] png)
    {
        using var data = new MemoryStream();
        var width = 0;
        for (var at = 8; at < png.Length;)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var kind = System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            width = kind == "IHDR" ? System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 8)) : width;
            if (kind == "IDAT")
            {
                data.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var unpacked = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionMode.Decompress))
        {
            zlib.CopyTo(unpacked);
        }

        return [.. unpacked.ToArray().Chunk((width * 4) + 1).SelectMany(row => row[1..])];
    }

    private static byte[] Packed(byte[] indexes, int codeSize)
    {
        var (clear, end) = (1 << codeSize, (1 << codeSize) + 1);
        var bits = new List<bool>();
        var table = new Dictionary<string, int>();
        var (size, next, word) = (codeSize + 1, end + 1, "");
        void Write(int code) => bits.AddRange(Enumerable.Range(0, size).Select(bit => ((code >> bit) & 1) == 1));
        int Code(string text) => text.Length == 1 ? text[0] : table[text];
        Write(clear);
        foreach (var index in indexes)
        {
            var longer = word + (char)index;
            if (longer.Length == 1 || table.ContainsKey(longer))
            {
                word = longer;
                continue;
            }

            Write(Code(word));
            table[longer] = next++;
            size += next > 1 << size && size < 12 ? 1 : 0;
            if (next == 4096)
            {
                Write(clear);
                table.Clear();
                (size, next) = (codeSize + 1, end + 1);
            }

            word = $"{(char)index}";
        }

        Write(Code(word));
        Write(end);
        return [.. bits.Chunk(8).Select(chunk => (byte)chunk.Select((bit, place) => bit ? 1 << place : 0).Sum())];
    }
}

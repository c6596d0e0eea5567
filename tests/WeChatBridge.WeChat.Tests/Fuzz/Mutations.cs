using System.Text;

namespace WeChatBridge.WeChat.Tests.Fuzz;

/// <summary>Damages bytes in the ways wires, bugs and attackers do.</summary>
internal static class Mutations
{
    private static readonly byte[][] Insertions =
    [
        .. new[]
        {
            "<![CDATA[", "]]>", "<!DOCTYPE x>", "<!DOCTYPE x [<!ENTITY y \"z\">]>", "<!--", "-->", "<?x ", "?>",
            "&#0;", "&#x10FFFF;", "&x;",
            "<xml>", "</xml>", "<a>", "</a>", "<a/>", "<x:y>", " xmlns=\"z\"", "\0", "\u0001", "\uFEFF", "\uFFFF", "🌲", "=", "\"",
            "<MsgType>event</MsgType>", "<Event>LOCATION</Event>", "<CreateTime>-1</CreateTime>", "99999999999999999999",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    /// <summary>One to three kinds of damage to one of the samples, or now and then bytes that were never a sample.</summary>
    public static byte[] Next(SplitMix random, IReadOnlyList<byte[]> samples)
    {
        if (random.Below(16) == 0)
        {
            return random.Bytes(random.Below(200));
        }

        var bytes = random.Of(samples);
        for (var times = 1 + random.Below(3); times > 0; times--)
        {
            bytes = Damage(random, bytes, random.Of(samples));
        }

        return bytes;
    }

    private static byte[] Damage(SplitMix random, byte[] bytes, byte[] other)
    {
        var from = random.Below(bytes.Length + 1);
        var to = from + random.Below(bytes.Length - from + 1);
        return random.Below(7) switch
        {
            0 => FlipBit(random, bytes),
            1 => bytes[..from],
            2 => [.. bytes[..to], .. bytes[from..]],
            3 => [.. bytes[..from], .. bytes[to..]],
            4 => [.. bytes[..from], .. other[random.Below(other.Length + 1)..]],
            5 => [.. bytes[..from], .. random.Bytes(1 + random.Below(4)), .. bytes[from..]],
            _ => [.. bytes[..from], .. random.Of(Insertions), .. bytes[from..]],
        };
    }

    private static byte[] FlipBit(SplitMix random, byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        if (flipped.Length > 0)
        {
            flipped[random.Below(flipped.Length)] ^= (byte)(1 << random.Below(8));
        }

        return flipped;
    }
}

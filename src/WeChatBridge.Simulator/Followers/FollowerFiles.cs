using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Followers;

/// <summary>What a person sends who has nothing particular to send; the account can download it for three days like any other.</summary>
internal static class FollowerFiles
{
    // AMR's file header and one frame of silence at 4.75 kbit/s (RFC 4867).
    private static readonly byte[] Silence = [.. "#!AMR\n"u8, 0x04, 0xA1, 0xC1, 0xB8, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00];

    // An ISO media file that holds its type and nothing else.
    private static readonly byte[] Film = [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 2, 0];

    public static StoredFile Photo { get; } = new("photo.png", ReadPhoto());

    public static StoredFile Speech { get; } = new("speech.amr", Silence);

    public static StoredFile Video { get; } = new("film.mp4", Film);

    private static byte[] ReadPhoto()
    {
        using var resource = typeof(FollowerFiles).Assembly.GetManifestResourceStream("photo.png")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}

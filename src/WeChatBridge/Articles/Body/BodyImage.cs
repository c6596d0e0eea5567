using System.Text.RegularExpressions;

namespace WeChatBridge.Articles.Body;

/// <summary>A picture in a body.</summary>
/// <param name="Source">Where its bytes are.</param>
/// <param name="Address">What its <c>src</c> says: <c>/files/{hash}</c>, or the address on another site.</param>
/// <param name="Description">Its text for those who cannot see it; empty where the writer gave none.</param>
/// <param name="Embedded">The bytes that came with the body and are not stored yet; null for the other sources.</param>
internal sealed partial record BodyImage(BodyImageSource Source, string Address, string Description, EmbeddedPicture? Embedded)
{
    /// <summary>The SHA-256 of its bytes; null for a picture of another site.</summary>
    public string? Hash => HashIn(Address);

    public static string AddressOf(string hash) => $"/files/{hash}";

    /// <summary>The hash in an address of our own, whichever page's path it was shown under.</summary>
    public static string? HashIn(string address) =>
        StoredAddress().Match(address) is { Success: true } match ? match.Groups["hash"].Value : null;

    [GeneratedRegex("^(/[A-Za-z0-9-]+)*/files/(?<hash>[0-9a-f]{64})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex StoredAddress();
}

/// <summary>Where a picture's bytes are.</summary>
internal enum BodyImageSource
{
    /// <summary>In the store, under their hash.</summary>
    Stored,

    /// <summary>In what was handed in (a data: address, a picture of a Word document); to be stored by whoever keeps the body.</summary>
    Embedded,

    /// <summary>On another site; the platform takes none of these, so they must be fetched before sending.</summary>
    External,
}

/// <summary>A picture's bytes, with the media type their first bytes tell.</summary>
internal sealed record EmbeddedPicture(string Hash, string MediaType, byte[] Content);

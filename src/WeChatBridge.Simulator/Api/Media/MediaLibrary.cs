using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Media;

/// <summary>The files of one account: temporary for three days, permanent, and pictures of article bodies, which have a URL only.</summary>
public sealed class MediaLibrary(TimeProvider clock, Lock gate)
{
    public static readonly TimeSpan TemporaryLifetime = TimeSpan.FromDays(3);

    private const string ImageHost = "mmbiz.qpic.cn";

    private ImmutableDictionary<string, StoredMedia> _media = ImmutableDictionary<string, StoredMedia>.Empty;
    private ImmutableList<StoredMedia> _bodyImages = [];
    private int _last;

    /// <summary>Everything with a media id that has not expired, oldest first.</summary>
    public IReadOnlyList<StoredMedia> All => [.. _media.Values.Where(IsAlive).OrderBy(media => media.MediaId, StringComparer.Ordinal)];

    /// <summary>The pictures uploaded for article bodies (media/uploadimg), oldest first.</summary>
    public IReadOnlyList<StoredMedia> BodyImages => _bodyImages;

    /// <summary>A live file by its id; null if there is none, or none any more.</summary>
    public StoredMedia? Find(string mediaId) => _media.GetValueOrDefault(mediaId) is { } media && IsAlive(media) ? media : null;

    /// <summary>A picture by the URL it is shown under, whichever scheme the caller wrote.</summary>
    public StoredMedia? FindByUrl(string url) =>
        _bodyImages.Concat(_media.Values).FirstOrDefault(media => media.Url.Length > 0 && WithoutScheme(media.Url) == WithoutScheme(url));

    /// <summary>Keeps a file for three days, as if a follower had sent it or the account uploaded it.</summary>
    public StoredMedia StoreTemporary(string type, StoredFile file)
    {
        lock (gate)
        {
            return Store(New(type, file) with { ExpiresAt = clock.GetUtcNow() + TemporaryLifetime });
        }
    }

    internal StoredMedia StorePermanent(string type, StoredFile file, string title = "", string introduction = "")
    {
        var media = New(type, file) with { Title = title, Introduction = introduction };
        return Store(media with { Url = type is "image" or "thumb" ? ImageUrl(media) : "" });
    }

    internal StoredMedia StoreBodyImage(StoredFile file)
    {
        var image = New("image", file);
        image = image with { Url = ImageUrl(image) };
        _bodyImages = _bodyImages.Add(image);
        return image;
    }

    internal bool Remove(string mediaId)
    {
        var permanent = Find(mediaId)?.IsPermanent == true;
        _media = permanent ? _media.Remove(mediaId) : _media;
        return permanent;
    }

    internal bool Holds(string? mediaId) => mediaId is not null && Find(mediaId) is not null;

    internal bool HoldsPermanentImage(string mediaId) => Find(mediaId) is { IsPermanent: true, Type: "image" or "thumb" };

    /// <summary>Pictures elsewhere are filtered out of article bodies.</summary>
    internal static bool IsPlatformImage(string url) =>
        Uri.TryCreate(url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url, UriKind.Absolute, out var parsed)
        && parsed.Host is ImageHost or "mmbiz.qlogo.cn";

    private static string WithoutScheme(string url) => url[(url.IndexOf("//", StringComparison.Ordinal) + 1)..];

    // Real answers come with http; the readers' pages show the same address with https.
    private static string ImageUrl(StoredMedia media) => string.Create(
        CultureInfo.InvariantCulture,
        $"http://{ImageHost}/sz_mmbiz_{media.File.Kind.ToString().ToLowerInvariant()}/{media.MediaId}/0?from=appmsg");

    private bool IsAlive(StoredMedia media) => media.ExpiresAt is not { } end || clock.GetUtcNow() < end;

    // The number keeps the library in its order; the rest makes ids as unguessable as real ones.
    private StoredMedia New(string type, StoredFile file) =>
        new($"{++_last:d6}_{RandomNumberGenerator.GetHexString(32)}", type, file, clock.GetUtcNow());

    private StoredMedia Store(StoredMedia media)
    {
        _media = _media.Add(media.MediaId, media);
        return media;
    }
}

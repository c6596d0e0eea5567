using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Pages;

/// <summary>Something a person does on the page; the fields an act does not need stay empty.</summary>
internal sealed record PhoneAct(string Account, string Follower, string Act)
{
    public string Text { get; init; } = "";

    public string Key { get; init; } = "";

    public string Url { get; init; } = "";

    public double Latitude { get; init; }

    public double Longitude { get; init; }

    /// <summary>Does it, to the end; null if there is no such act.</summary>
    public async Task<DeliveryReport?> DoAsync(Follower follower, CancellationToken cancellationToken) => Act switch
    {
        "text" => await follower.SendTextAsync(Text, cancellationToken),
        "tap" => await follower.TapLinkAsync(Text, Key, cancellationToken),
        "voice" => await follower.SendVoiceAsync(Text.Length > 0 ? Text : null, cancellationToken),
        "image" => await follower.SendImageAsync(cancellationToken),
        "video" => await follower.SendVideoAsync(shortVideo: false, cancellationToken),
        "location" => await follower.SendLocationAsync(Latitude, Longitude, Text, cancellationToken),
        "link" => await follower.SendLinkAsync(Text, "", Url, cancellationToken),
        "click" => await follower.ClickMenuAsync(Key, cancellationToken),
        "view" => await follower.ViewAsync(Url, cancellationToken),
        "scan" => await follower.ScanAsync(Key, cancellationToken),
        "view_miniprogram" => await follower.ViewMiniProgramAsync(Url, cancellationToken),
        "scancode_push" or "scancode_waitmsg" =>
            await follower.ScanFromMenuAsync(Key, Text, waits: Act == "scancode_waitmsg", cancellationToken),
        "pic_sysphoto" or "pic_photo_or_album" or "pic_weixin" => await follower.ChoosePicturesAsync(Act, Key, 1, cancellationToken),
        "location_select" => await follower.ChoosePlaceAsync(Key, Latitude, Longitude, Text, cancellationToken),
        "follow" => await follower.FollowAsync(cancellationToken),
        "unfollow" => await follower.UnfollowAsync(cancellationToken),
        "repeat" => follower.HasSent ? await follower.RepeatLastAsync(cancellationToken) : null,
        "wrong-signature" => await follower.ProbeAsync(Text, new Deviation { WrongSignature = true }, cancellationToken),
        "wrong-mode" => await follower.ProbeAsync(Text, new Deviation { Mode = AnotherMode(follower) }, cancellationToken),
        _ => null,
    };

    // Ciphertext where the server expects none, or no ciphertext where it expects some.
    private static EncryptionMode AnotherMode(Follower follower) =>
        follower.Account.Settings.Mode == EncryptionMode.Plain ? EncryptionMode.Safe : EncryptionMode.Plain;
}

using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Callbacks;

namespace WeChatBridge.Simulator.Followers;

/// <content>
/// What a person does. Every act returns when the account's server has answered, or been given up, and the answer stands in the chat.
/// </content>
public sealed partial class Follower
{
    public Task<DeliveryReport> SendTextAsync(string text, CancellationToken cancellationToken) =>
        WriteAsync(FollowerMessage.Text(this, text), ChatKinds.Text, text, cancellationToken);

    /// <summary>Taps an entry of a msgmenu, or a bizmsgmenu link in a text: the content is sent with the entry's id.</summary>
    public Task<DeliveryReport> TapLinkAsync(string content, string id, CancellationToken cancellationToken) =>
        WriteAsync(FollowerMessage.Text(this, content, id), ChatKinds.Text, content, cancellationToken);

    /// <summary>Speaks; <paramref name="recognition"/> is what the platform heard, null where recognition is off.</summary>
    public Task<DeliveryReport> SendVoiceAsync(string? recognition, CancellationToken cancellationToken) =>
        WriteAsync(FollowerMessage.Voice(this, recognition), ChatKinds.Voice, recognition ?? "", cancellationToken);

    public Task<DeliveryReport> SendImageAsync(CancellationToken cancellationToken) =>
        SendImageAsync(FollowerFiles.Photo, cancellationToken);

    public Task<DeliveryReport> SendImageAsync(StoredFile picture, CancellationToken cancellationToken)
    {
        var mediaId = FollowerMessage.Stored(this, "image", picture);
        var bubble = new ChatItem { Side = ChatSide.Follower, Kind = ChatKinds.Image, MediaId = mediaId };
        return WriteAsync(FollowerMessage.Image(this, mediaId), bubble, cancellationToken);
    }

    public Task<DeliveryReport> SendVideoAsync(bool shortVideo, CancellationToken cancellationToken) =>
        WriteAsync(FollowerMessage.Video(this, shortVideo), ChatKinds.Video, "", cancellationToken);

    public Task<DeliveryReport> SendLocationAsync(double latitude, double longitude, string label, CancellationToken cancellationToken) =>
        WriteAsync(FollowerMessage.Location(this, latitude, longitude, label), ChatKinds.Location, label, cancellationToken);

    public Task<DeliveryReport> SendLinkAsync(string title, string description, string url, CancellationToken cancellationToken) =>
        WriteAsync(FollowerMessage.Link(this, title, description, url), ChatKinds.Link, title, cancellationToken);

    /// <summary>Taps a menu entry of type click.</summary>
    public Task<DeliveryReport> ClickMenuAsync(string key, CancellationToken cancellationToken)
    {
        Did(FollowerActKind.MenuClick);
        return DeliverAsync(FollowerMessage.Click(this, key), cancellationToken);
    }

    /// <summary>Taps a menu entry of type view; the address opens on the phone whatever the server answers.</summary>
    public Task<DeliveryReport> ViewAsync(string url, CancellationToken cancellationToken) =>
        DeliverAsync(FollowerMessage.View(this, url), cancellationToken);

    /// <summary>Taps a menu entry of type miniprogram.</summary>
    public Task<DeliveryReport> ViewMiniProgramAsync(string pagePath, CancellationToken cancellationToken) =>
        DeliverAsync(FollowerMessage.ViewMiniProgram(this, pagePath), cancellationToken);

    /// <summary>Taps a menu entry of type scancode_push or scancode_waitmsg and scans something.</summary>
    public Task<DeliveryReport> ScanFromMenuAsync(string key, string result, bool waits, CancellationToken cancellationToken)
    {
        Did(FollowerActKind.MenuClick);
        return DeliverAsync(FollowerMessage.ScanCode(this, key, result, waits), cancellationToken);
    }

    /// <summary>Taps a menu entry of type pic_sysphoto, pic_photo_or_album or pic_weixin; the pictures follow as image messages.</summary>
    public Task<DeliveryReport> ChoosePicturesAsync(string type, string key, int count, CancellationToken cancellationToken) =>
        DeliverAsync(FollowerMessage.Pictures(this, type, key, count), cancellationToken);

    /// <summary>Taps a menu entry of type location_select; the place follows as a location message.</summary>
    public Task<DeliveryReport> ChoosePlaceAsync(
        string key,
        double latitude,
        double longitude,
        string label,
        CancellationToken cancellationToken) =>
        DeliverAsync(FollowerMessage.Place(this, key, latitude, longitude, label), cancellationToken);

    /// <summary>Scans the account's own code with a scene; a stranger follows the account by it.</summary>
    public Task<DeliveryReport> ScanAsync(string scene, CancellationToken cancellationToken)
    {
        if (!Follows)
        {
            return StartFollowingAsync(scene, cancellationToken);
        }

        Did(FollowerActKind.Scan);
        return DeliverAsync(FollowerMessage.Scan(this, scene), cancellationToken);
    }

    public Task<DeliveryReport> FollowAsync(CancellationToken cancellationToken) => StartFollowingAsync(null, cancellationToken);

    /// <summary>Leaves the account (取消关注); whatever the server answers is not shown.</summary>
    public Task<DeliveryReport> UnfollowAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _follows = false;
        }

        return DeliverAsync(FollowerMessage.Unsubscribe(this), cancellationToken);
    }

    /// <summary>Opens the chat with location reports allowed (上报地理位置).</summary>
    public Task<DeliveryReport> ReportPositionAsync(
        double latitude,
        double longitude,
        double precision,
        CancellationToken cancellationToken) =>
        DeliverAsync(FollowerMessage.Position(this, latitude, longitude, precision), cancellationToken);

    /// <summary>Delivers the last message once more under its MsgId and CreateTime; the chat does not change.</summary>
    /// <exception cref="InvalidOperationException">Nothing was sent yet.</exception>
    public Task<DeliveryReport> RepeatLastAsync(CancellationToken cancellationToken)
    {
        CallbackMessage last;
        lock (_gate)
        {
            last = _lastMessage ?? throw new InvalidOperationException("Nothing was sent yet.");
        }

        return Account.Platform.Delivery.DeliverAsync(last, cancellationToken);
    }

    /// <summary>Posts a text once, in the way the deviation says; the chat does not change.</summary>
    public Task<DeliveryReport> ProbeAsync(string text, Deviation deviation, CancellationToken cancellationToken) =>
        Account.Platform.Delivery.ProbeAsync(FollowerMessage.Text(this, text), deviation, cancellationToken);
}

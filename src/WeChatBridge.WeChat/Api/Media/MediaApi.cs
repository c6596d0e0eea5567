using WeChatBridge.WeChat.Api.Upload;

namespace WeChatBridge.WeChat.Api.Media;

/// <summary><c>/cgi-bin/media/…</c>: temporary media (临时素材) and pictures for article bodies. Uploads 100,000 a day.</summary>
public sealed class MediaApi
{
    private readonly WeChatApi _api;

    internal MediaApi(WeChatApi api) => _api = api;

    /// <summary>Uploads a picture for an article body (上传发表内容中的图片): jpg or png, less than 1 MB. May be repeated.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/notify/message/api_uploadimage.html"/></remarks>
    /// <param name="file">The picture.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<BodyImageUploaded>> UploadImageAsync(UploadFile file, CancellationToken cancellationToken)
        => _api.SendAsync<BodyImageUploaded>(FileCall.Of("cgi-bin/media/uploadimg", "", file, repeatable: true), cancellationToken);

    /// <summary>Uploads a temporary medium (新增临时素材). May be repeated: what is left over ends by itself after three days.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia.html"/></remarks>
    /// <param name="kind">Its kind; see there for the limits.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<MediaUploaded>> UploadAsync(MediaKind kind, UploadFile file, CancellationToken cancellationToken)
        => _api.SendAsync(
            FileCall.Of("cgi-bin/media/upload", $"type={kind.OnTheWire()}", file, repeatable: true),
            MediaUploadAnswer.Read,
            cancellationToken);

    /// <summary>Downloads a temporary medium (获取临时素材), a follower's picture for example.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/material/temporary/api_getmedia.html"/></remarks>
    /// <param name="mediaId">The medium.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<TemporaryMedia>> GetAsync(string mediaId, CancellationToken cancellationToken)
    {
        var call = new ApiCall(HttpMethod.Get, "cgi-bin/media/get")
        {
            Query = $"media_id={Uri.EscapeDataString(mediaId)}",
            Repeatable = true,
            ReturnsFile = true,
        };
        return _api.SendAsync(call, TemporaryMedia.Read, cancellationToken);
    }
}

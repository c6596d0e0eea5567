using System.Text;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.Json;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Api.Upload;

namespace WeChatBridge.WeChat.Api.Material;

/// <summary><c>/cgi-bin/material/…</c>: permanent materials (永久素材), covers above all. About 1,000 additions and deletions a day.</summary>
public sealed class MaterialApi
{
    private readonly WeChatApi _api;

    internal MaterialApi(WeChatApi api) => _api = api;

    /// <summary>Uploads a permanent material (上传永久素材). Sent once: a repetition would leave a second copy for good.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/material/permanent/api_addmaterial.html"/></remarks>
    /// <param name="kind">Its kind; videos by <see cref="AddVideoAsync"/>.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<MaterialAdded>> AddAsync(MediaKind kind, UploadFile file, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)kind, (int)MediaKind.Video, nameof(kind));
        return AddAsync(kind, file, description: null, cancellationToken);
    }

    /// <summary>Uploads a permanent video (上传永久素材), which the platform wants described. Sent once.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/material/permanent/api_addmaterial.html"/></remarks>
    /// <param name="file">The video.</param>
    /// <param name="title">标题.</param>
    /// <param name="introduction">描述.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<MaterialAdded>> AddVideoAsync(
        UploadFile file, string title, string introduction, CancellationToken cancellationToken)
        => AddAsync(
            MediaKind.Video,
            file,
            Encoding.UTF8.GetString(WireJson.Write(new VideoDescription(title, introduction))),
            cancellationToken);

    /// <summary>Fetches a permanent material (获取永久素材).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/material/permanent/api_getmaterial.html"/></remarks>
    /// <param name="mediaId">The material.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<PermanentMaterial>> GetAsync(string mediaId, CancellationToken cancellationToken)
    {
        var call = new ApiCall(HttpMethod.Post, "cgi-bin/material/get_material")
        {
            Content = () => WireJson.Content(new MediaIdRequest(mediaId)),
            Repeatable = true,
            ReturnsFile = true,
        };
        return _api.SendAsync(call, PermanentMaterial.Read, cancellationToken);
    }

    /// <summary>Deletes a permanent material (删除永久素材), one that staff made on the website too. Sent once.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/material/permanent/api_delmaterial.html"/></remarks>
    /// <param name="mediaId">The material.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> DeleteAsync(string mediaId, CancellationToken cancellationToken)
        => _api.PostOnceAsync<MediaIdRequest, Acknowledged>("cgi-bin/material/del_material", new(mediaId), cancellationToken);

    /// <summary>Lists permanent materials (获取永久素材列表).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/material/permanent/api_batchgetmaterial.html"/></remarks>
    /// <param name="kind">Which kind.</param>
    /// <param name="offset">How many to skip.</param>
    /// <param name="count">How many to return, 1–20.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<MaterialPage>> BatchGetAsync(
        MaterialListKind kind, int offset, int count, CancellationToken cancellationToken)
    {
        PageBounds.Check(offset, count);
        return _api.PostRepeatablyAsync<MaterialListRequest, MaterialPage>(
            "cgi-bin/material/batchget_material", new(OnTheWire(kind), offset, count), cancellationToken);
    }

    /// <summary>Counts permanent materials (获取永久素材总数).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/material/permanent/api_getmaterialcount.html"/></remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<MaterialCount>> CountAsync(CancellationToken cancellationToken)
        => _api.GetAsync<MaterialCount>("cgi-bin/material/get_materialcount", cancellationToken);

    private Task<ApiResult<MaterialAdded>> AddAsync(
        MediaKind kind, UploadFile file, string? description, CancellationToken cancellationToken)
        => _api.SendAsync<MaterialAdded>(
            FileCall.Of("cgi-bin/material/add_material", $"type={kind.OnTheWire()}", file, repeatable: false, description),
            cancellationToken);

    private static string OnTheWire(MaterialListKind kind) => kind switch
    {
        MaterialListKind.Image => "image",
        MaterialListKind.Video => "video",
        MaterialListKind.Voice => "voice",
        MaterialListKind.News => "news",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

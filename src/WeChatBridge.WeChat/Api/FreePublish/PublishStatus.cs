namespace WeChatBridge.WeChat.Api.FreePublish;

/// <summary><c>publish_status</c>; a number the platform may add later stays readable as a number.</summary>
/// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/public/api_freepublish_get.html"/></remarks>
public enum PublishStatus
{
    /// <summary>成功.</summary>
    Succeeded = 0,

    /// <summary>发布中.</summary>
    Publishing = 1,

    /// <summary>原创失败: the original-content check failed.</summary>
    OriginalCheckFailed = 2,

    /// <summary>常规失败.</summary>
    Failed = 3,

    /// <summary>平台审核不通过.</summary>
    ReviewRejected = 4,

    /// <summary>成功后用户删除所有文章.</summary>
    DeletedByUser = 5,

    /// <summary>成功后系统封禁所有文章.</summary>
    BannedByPlatform = 6,
}
